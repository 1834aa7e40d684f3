# What there is of an app for those whom it is about: Kind (provisioned, main, bundle, framework), FullName, Fixed.
## Scope: everyone, new_users, existing_users, or a person's registry key, whose hive is named after the SID.
function Select-AppxEntry([string] $Name, [string] $Scope) {
    #remedyc:only Context.Parameters
    if ($Name -notmatch '\A[-.A-Za-z0-9]{3,50}\z') { throw "$(Format-Name $Name) is no name of an app package: write what stands before the first '_', without wildcards" }
    #remedyc:end
    #remedyc:only Context.User
    if ($Remedy.Context -eq 'user' -and $Scope -notlike 'HKCU*') { throw 'what others have only a remedy of the system can read; this one knows scope: user' }
    #remedyc:end
    # a detection changes nothing, so it looks once
    if (-not $Remedy.ContainsKey('Apps') -or $Remedy.ContainsKey('Role')) {
        #remedyc:only Context.System
        if ($Remedy.Context -eq 'system') { $Remedy.Apps = @(Find-AppxEntry) }
        #remedyc:end
        #remedyc:only Context.User
        if ($Remedy.Context -eq 'user') { $Remedy.Apps = @(Find-OwnAppxEntry) }
        #remedyc:end
    }
    $who = if ($Scope -match 'S-1-[-0-9]+') { "(^| )$($Matches[0])( |$)" } else { '(^| )S-1-(5-21|12-1)-' }
    foreach ($one in $Remedy.Apps) {
        $meant = if ($one.Kind -eq 'provisioned') { $Scope -in 'everyone', 'new_users' } else { $Scope -ne 'new_users' -and $one.Users -match $who }
        if ($meant -and (Test-Text $one.Name $Name -IgnoreCase)) { $one }
    }
}
