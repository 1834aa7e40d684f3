# Writes a mark and remembers it, '' takes it away.
function Save-Mark(
    [string] $Name, [string] $Value
    #remedyc:only NeedsRestart Reboot Test-Changed Save-Stopped Clear-TryMark Get-StoppedName Clear-SavedMark Wait-LeftSetup
    , [switch] $Session
    #remedyc:end
) {
    $table = $Remedy.Marks
    $kind = @{}
    #remedyc:only NeedsRestart Reboot Test-Changed Save-Stopped Clear-TryMark Get-StoppedName Clear-SavedMark Wait-LeftSetup
    if ($Session) { $table, $kind.Session = $Remedy.Session, $true }
    #remedyc:end
    Write-Mark $Remedy.Hive $Remedy.Name $Name $Value @kind
    if ($Value) { $table[$Name] = $Value } else { $table.Remove($Name) }
}
