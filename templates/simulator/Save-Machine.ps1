# Freezes the machine as it is: the script was killed at this moment.
function Save-Machine {
    $run = $global:Simulation
    $run.FreezeNext = $false
    $run.KillDuring = $false
    if ($run.Frozen -eq '') {
        Add-Story 'the script is killed'
        # a 64-bit PowerShell that the script has started dies with it, and the next run begins in the one that this run began in
        $bits = $global:Windows.host.bits
        $global:Windows.host.bits = $run.Bits
        $run.Frozen = ConvertFrom-Table -Table $global:Windows
        $global:Windows.host.bits = $bits
    }
}
