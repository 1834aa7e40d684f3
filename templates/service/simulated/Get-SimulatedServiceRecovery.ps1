# Stands in for Get-ServiceRecovery on the simulated machine.
function Get-SimulatedServiceRecovery {
    param([string] $Name)
    Enter-Effect -Name 'Get-ServiceRecovery'
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return }
    $recovery = if ($service.Contains('recovery')) { $service.recovery } else { @{ reset = 0; actions = @() } }
    $numbers = @($recovery.actions)
    [pscustomobject]@{
        Reset   = [uint32]$recovery.reset
        Command = ''
        Actions = @(for ($i = 0; $i -lt $numbers.Count; $i += 2) { [pscustomobject]@{ Type = [int]$numbers[$i]; Delay = [uint32]$numbers[$i + 1] } })
    }
}
