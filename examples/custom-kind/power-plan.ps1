# Gives the GUIDs of the power plans that Windows ships, by the words of the kind power_plan.
function Get-PowerPlanGuid {
    @{
        balanced         = '381b4222-f694-41f0-9685-ff5bb260df2e'
        high_performance = '8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c'
        power_saver      = 'a1841308-3541-4fab-bc81-f71556f20b4a'
    }
}

# Reads the power plan that is in effect (active: a word of the kind, other for any plan that Windows does not ship) or the one that Group Policy sets (policy).
# From the registry, which is the same in every language, where the output of powercfg /getactivescheme is not.
function Read-PowerPlan {
    param([Parameter(Mandatory)] [ValidateSet('active', 'policy')] [string] $Property)
    if ($Property -eq 'policy') { return Read-SystemValue -Path 'SOFTWARE\Policies\Microsoft\Power\PowerSettings' -Name 'ActivePowerScheme' }
    $active = Read-SystemValue -Path 'SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes' -Name 'ActivePowerScheme' -Required
    $plans = Get-PowerPlanGuid
    foreach ($word in $plans.Keys) {
        if (Test-Text $plans[$word] $active -IgnoreCase) { return $word }
    }
    'other'
}

# Tests the power plan: gives nothing where the one that is wished is in effect, else the reason.
function Test-PowerPlan {
    param([Parameter(Mandatory)] [ValidateSet('balanced', 'high_performance', 'power_saver')] [string] $Active)
    $now = Read-PowerPlan -Property 'active'
    if ($now -ne $Active) { "the power plan is $now" }
}

# Says why a power plan cannot be put into effect, or nothing: Group Policy sets another one, or it is not on the machine.
function Find-PowerPlanBlocker {
    param([Parameter(Mandatory)] [ValidateSet('balanced', 'high_performance', 'power_saver')] [string] $Active)
    $wanted = (Get-PowerPlanGuid)[$Active]
    $policy = Read-PowerPlan -Property 'policy'
    if ($null -ne $policy -and -not (Test-Text $policy $wanted -IgnoreCase)) { return "Group Policy sets $(ConvertTo-Line $policy)" }
    if (-not (Test-RegistryPath -Hive 'HKLM' -Path "SYSTEM\CurrentControlSet\Control\Power\User\PowerSchemes\$wanted")) {
        "the plan $Active is not on this machine"
    }
}

# Puts a power plan into effect.
function Repair-PowerPlan {
    param([Parameter(Mandatory)] [ValidateSet('balanced', 'high_performance', 'power_saver')] [string] $Active)
    $wanted = (Get-PowerPlanGuid)[$Active]
    $run = Invoke-Program -Path "$(Get-SpecialFolder -Name 'System')\powercfg.exe" -Arguments "/setactive $wanted" -Timeout ([timespan]'00:01:00')
    if ($run.TimedOut) { throw 'powercfg /setactive did not end within a minute' }
    if ($run.ExitCode -ne 0) { throw "powercfg /setactive returned $($run.ExitCode)" }
}
