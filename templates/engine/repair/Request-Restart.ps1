# Asks for a restart: who runs this script decides when, the mark tells the next run that it was asked for. Nothing behind this item is changed.
function Request-Restart {
    param([Parameter(Mandatory)] [string] $Id, [string] $Label, [string] $Step = $script:Remedy.Step)
    $script:Remedy.Armed = $null
    $text = ConvertTo-Line "${Id}: ask for a restart of Windows ($Label)"
    $asks = $script:Remedy.Cmdlet.ShouldProcess($text, $text, $script:Remedy.Title)
    if ($asks) {
        Save-Mark -Name "Asked $Id" -Value (Get-ClockText)
        Save-Mark -Name "Asked $Id" -Value (Get-ClockText) -Session
        $script:Remedy.RestartNeeded = $true
    }
    Add-Record $Id $Label $(if ($asks) { 'restart' } else { 'deviates' }) "restart first: $Label" -Step $Step
    $script:Remedy.Halt = $Id
}
