# The paths of the scheduled tasks in a folder and the folders below it; nothing where there is none.
## TASK_ENUM_HIDDEN is 1 (learn.microsoft.com/windows/win32/taskschd/taskfolder-gettasks). Folders are counted, so that it ends.
function Find-TaskPath([string] $Below) {
    #remedyc:every-host
    $first = Open-TaskFolder "$($Below.TrimEnd('\'))\any"
    if ($null -eq $first) { return }
    $folders = [Collections.Generic.List[object]]::new()
    $folders.Add($first)
    for ($i = 0; $i -lt $folders.Count; $i++) {
        if ($i -ge 1000) { throw 'it has more than 1,000 folders' }
        foreach ($task in $folders[$i].GetTasks(1)) { [string]$task.Path }
        foreach ($folder in $folders[$i].GetFolders(0)) { $folders.Add($folder) }
    }
}
