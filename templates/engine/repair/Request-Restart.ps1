# Asks for a restart; nothing behind this item is changed.
## Asks for a restart: who runs this script decides when, the marks tell the next run that it was asked for. Nothing behind this item is changed.
function Request-Restart([string] $Id, [string] $Label, [string] $Step = $Remedy.Step) {
    $Remedy.Armed = $null
    $asks = Test-Approval "${Id}: ask for a restart of Windows ($Label)"
    if ($asks) {
        foreach ($session in $false, $true) { Save-Mark "Asked $Id" (Get-ClockText) -Session:$session }
        $Remedy.RestartNeeded = $true
    }
    Add-Record $Id $Label $(if ($asks) { 'restart' } else { 'deviates' }) "restart first: $Label" -Step $Step
    $Remedy.Halt = $Id
}
