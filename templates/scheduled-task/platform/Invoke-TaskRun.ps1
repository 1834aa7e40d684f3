# Starts a scheduled task by hand.
function Invoke-TaskRun([string] $Path) {
    #remedyc:every-host
    $null = (Open-Task $Path).Run($null)
}
