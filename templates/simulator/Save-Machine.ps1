# Freezes the machine as it is: the script was killed at this moment.
function Save-Machine {
    $run = $global:Simulation
    $run.FreezeNext = $false
    $run.KillDuring = $false
    if ($run.Frozen -eq '') {
        Add-Story 'the script is killed'
        $run.Frozen = ConvertFrom-Table -Table $global:Windows
    }
}
