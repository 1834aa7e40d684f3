function Get-PowerPlanGuid {
    <#
    .SYNOPSIS
        Gives the GUIDs of the power plans that Windows ships, by the words of the kind power_plan.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param()
    @{
        balanced         = '381b4222-f694-41f0-9685-ff5bb260df2e'
        high_performance = '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'
        power_saver      = 'a1841308-3541-4fab-bc81-f71556f20b4a'
    }
}

function Read-PowerPlan {
    <#
    .SYNOPSIS
        Reads the power plan that is in effect (active: a word of the kind, other for any plan that Windows does not ship) or the one that Group Policy sets (policy).
    .NOTES
        From the registry, which is the same in every language, where the output of powercfg /getactivescheme is not.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [ValidateSet('active', 'policy')] [string] $Property)

    if ($Property -eq 'policy') { return Read-SystemValue -Path 'SOFTWARE\Policies\Microsoft\Power\PowerSettings' -Name 'ActivePowerScheme' }
    $active = Read-SystemValue -Path 'SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes' -Name 'ActivePowerScheme' -Required
    $plans = Get-PowerPlanGuid
    foreach ($word in $plans.Keys) {
        if (Test-Text $plans[$word] $active -IgnoreCase) { return $word }
    }
    'other'
}

function Test-PowerPlan {
    <#
    .SYNOPSIS
        Verdict on the power plan that is in effect.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param([Parameter(Mandatory)] [ValidateSet('balanced', 'high_performance', 'power_saver')] [string] $Active)

    $now = Read-PowerPlan -Property 'active'
    if ($now -eq $Active) { return Holds }
    $why = "the power plan is $now"
    $wanted = (Get-PowerPlanGuid)[$Active]
    $policy = Read-PowerPlan -Property 'policy'
    if ($null -ne $policy -and -not (Test-Text $policy $wanted -IgnoreCase)) { return Blocked "$why; Group Policy sets $(ConvertTo-Line $policy)" }
    if (-not (Test-RegistryPath -Hive 'HKLM' -Path "SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes\$wanted")) {
        return Blocked "$why; the plan $Active is not on this machine"
    }
    Deviates $why
}

function Repair-PowerPlan {
    <#
    .SYNOPSIS
        Puts a power plan into effect.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [ValidateSet('balanced', 'high_performance', 'power_saver')] [string] $Active)

    $wanted = (Get-PowerPlanGuid)[$Active]
    $run = Invoke-Program -Path "$(Get-SpecialFolder -Name 'System')\powercfg.exe" -Arguments "/setactive $wanted" -Timeout ([timespan]'00:01:00')
    if ($run.TimedOut) { throw 'powercfg /setactive did not end within a minute' }
    if ($run.ExitCode -ne 0) { throw "powercfg /setactive returned $($run.ExitCode)" }
}
