# Stands in for Get-EventChannel on the simulated machine.
function Get-SimulatedEventChannel {
    param([string] $Name)
    Enter-Effect -Name 'Get-EventChannel'
    $channel = Get-EventChannelRow -Name $Name
    if ($null -ne $channel) {
        [pscustomobject]@{ Enabled = $channel.enabled; Size = [long]$channel.size; Mode = $channel.mode; Direct = $channel.direct; File = "%SystemRoot%\System32\Winevt\Logs\$($Name.Replace('/', '%4')).evtx" }
    }
}
