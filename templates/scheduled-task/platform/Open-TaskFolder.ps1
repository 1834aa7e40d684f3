# The folder of a scheduled task, by the path of the task; nothing where there is none, unless it is to be made.
## Not there: 0x80070002, 0x80070003 (System Error Codes).
function Open-TaskFolder([string] $Path, [switch] $Create) {
    #remedyc:every-host
    $service = New-Object -ComObject 'Schedule.Service'
    $service.Connect()
    $folder = $service.GetFolder('\')
    foreach ($name in @($Path.Split('\') -ne '' | Select-Object -SkipLast 1)) {
        $below = "$($folder.Path.TrimEnd('\'))\$name"
        try { $folder = $service.GetFolder($below) }
        catch {
            if ($_.Exception.GetBaseException().HResult -notin -2147024894, -2147024893) { throw }
            if (-not $Create) { return }
            $folder = $folder.CreateFolder($name)
        }
    }
    $folder
}
