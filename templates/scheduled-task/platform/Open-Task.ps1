# A scheduled task, nothing where there is none.
function Open-Task([string] $Path) {
    #remedyc:every-host
    $folder = Open-TaskFolder $Path
    if ($null -eq $folder) { return }
    try { $folder.GetTask($Path.Split('\')[-1]) }
    catch { if ($_.Exception.GetBaseException().HResult -notin -2147024894, -2147024893) { throw } }
}
