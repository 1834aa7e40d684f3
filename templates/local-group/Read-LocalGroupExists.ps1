# Whether this computer has a group.
function Read-LocalGroupExists([string] $Group) { [bool](Get-GroupName $Group) }
