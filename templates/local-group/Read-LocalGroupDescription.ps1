# The description of a group of this computer; $null where it does not exist.
function Read-LocalGroupDescription([string] $Group) {
    $name = Get-GroupName $Group
    if ($name) { Get-GroupDescription $name }
}
