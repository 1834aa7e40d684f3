# Asks for a restart: who runs this script decides when, the marks tell the next run that it was asked for. Nothing behind this item is changed.
function Request-Restart {
    param([string] $Id, [string] $Label, [string] $Step = $script:Remedy.Step)
    $script:Remedy.Armed = $null
    $asks = Test-Approval "${Id}: ask for a restart of Windows ($Label)"
    if ($asks) {
        foreach ($session in $false, $true) { Save-Mark "Asked $Id" (Get-ClockText) -Session:$session }
        $script:Remedy.RestartNeeded = $true
    }
    Add-Record $Id $Label $(if ($asks) { 'restart' } else { 'deviates' }) "restart first: $Label" -Step $Step
    $script:Remedy.Halt = $Id
}
