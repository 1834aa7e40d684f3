# Writes a mark and remembers it, '' takes it away.
function Save-Mark([string] $Name, [string] $Value, [switch] $Session) {
    Write-Mark $Remedy.Hive $Remedy.Name $Name $Value -Session:$Session
    $table = $Remedy.Marks
    #remedyc:only NeedsRestart Reboot Test-Changed Save-Stopped Clear-TryMark Get-StoppedName
    if ($Session) { $table = $Remedy.Session }
    #remedyc:end
    if ($Value) { $table[$Name] = $Value } else { $table.Remove($Name) }
}
