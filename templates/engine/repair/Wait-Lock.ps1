# Takes the lock of this remedy; while another run has it, waits at most 10 minutes and then ends the script.
function Wait-Lock {
    param([Parameter(Mandatory)] [string] $Path)
    $end = (Get-Tick) + 600000
    while ($null -eq ($lock = Open-LockFile -Path $Path)) {
        if ((Get-Tick) -ge $end) { Complete-Early -Outcome 'busy' -Why 'another run of this remedy is still going after 10 minutes; nothing was changed' }
        Wait-Moment -Milliseconds 1000
    }
    $script:Remedy.Lock = $lock
}
