# Deletes a scheduled task; one that is not there is no error.
function Clear-TaskEntry {
    param([Parameter(Mandatory)] [string] $Path)
    #remedyc:every-host
    if ($null -ne (Open-Task $Path)) { (Open-TaskFolder $Path).DeleteTask($Path.Split('\')[-1], 0) }
}
