# Ends what a scheduled task runs at this moment.
function Invoke-TaskStop([string] $Path) {
    #remedyc:every-host
    (Open-Task $Path).Stop(0)
}
