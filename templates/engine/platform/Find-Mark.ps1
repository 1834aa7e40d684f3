# The marks of a remedy, name -> text.
## Values of other types are none of ours.
function Find-Mark(
    [string] $Hive, [string] $Remedy
    #remedyc:only NeedsRestart Reboot Test-Changed Save-Stopped Clear-TryMark Get-StoppedName Clear-SavedMark Wait-LeftSetup Resume-Left
    , [switch] $Session
    #remedyc:end
) {
    #remedyc:every-host
    $path = "SOFTWARE\Remedyc\$Remedy"
    #remedyc:only NeedsRestart Reboot Test-Changed Save-Stopped Clear-TryMark Get-StoppedName Clear-SavedMark Wait-LeftSetup Resume-Left
    if ($Session) { $path += '\Session' }
    #remedyc:end
    $marks = @{}
    $key = Open-RegistryKey $Hive $path
    if ($null -ne $key) { try { foreach ($name in $key.GetValueNames()) { if ($key.GetValueKind($name) -eq 'String') { $marks[$name] = $key.GetValue($name) } } } finally { $key.Dispose() } }
    $marks
}
