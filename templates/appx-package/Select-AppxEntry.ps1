# What there is of an app for those whom it is about: Kind (provisioned, main, bundle, framework), FullName, Fixed.
## To read takes seconds, and a list of apps is long: what was read counts until an item was fixed or tried, or a package was removed. Among the actions of a 'check' nothing tells, so each looks itself.
## Scope: everyone, new_users, existing_users, or a person's registry key, whose hive is named after the SID.
function Select-AppxEntry([string] $Name, [string] $Scope) {
    if ($Name -notmatch '\A[-.A-Za-z0-9]+\z') { throw 'it is no name of an app package: write what stands before the first ''_'', without wildcards' }
    #remedyc:only Context.User
    if ($Remedy.Context -eq 'user' -and $Scope -notlike 'HKCU*') { throw 'what others have only a remedy of the system can read; this one knows scope: user' }
    #remedyc:end
    # looks again where a fix has run meanwhile
    $fixes = foreach ($outcomes in $Remedy['Outcomes']) { @($outcomes.Values -match 'fixed|failed|restart').Count }
    if (-not $Remedy.ContainsKey('Apps') -or $Remedy['Acting'] -or $Remedy.AppsAfter -ne $fixes) {
        $Remedy.AppsAfter = $fixes
        # what cannot be read is so for each app, and said at once
        try {
            #remedyc:only Context.System
            if ($Remedy.Context -eq 'system') { $Remedy.Apps = @(Find-AppxEntry) }
            #remedyc:end
            #remedyc:only Context.User
            if ($Remedy.Context -eq 'user') { $Remedy.Apps = @(Find-OwnAppxEntry) }
            #remedyc:end
        }
        catch { $Remedy.Apps = $_ }
    }
    if ($Remedy.Apps -is [Management.Automation.ErrorRecord]) { throw $Remedy.Apps }
    $who = if ($Scope -match 'S-1-[-0-9]+') { "(^| )$($Matches[0])( |$)" } else { '(^| )S-1-(5-21|12-1)-' }
    foreach ($one in $Remedy.Apps) {
        $meant = if ($one.Kind -eq 'provisioned') { $Scope -in 'everyone', 'new_users' } else { $Scope -ne 'new_users' -and $one.Users -match $who }
        if ($meant -and (Test-Text $one.Name $Name -IgnoreCase)) { $one }
    }
}
