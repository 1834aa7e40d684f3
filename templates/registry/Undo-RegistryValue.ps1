# Makes a registry value what a text of Format-RegistryCopy says, '' for none.
## Gives the reason where that cannot be done.
function Undo-RegistryValue([string[]] $At, [string] $Was) {
    $key = Split-RegistryKey $At[0]
    $place = @{ Hive = $key.Hive; Path = $key.Path; Name = $At[1]; View = $At[2].Substring(4) }
    if ($Was -eq '') { return Clear-RegistryValue @place }
    $type, $text = $Was.Split([char[]]' ', 2)
    # such as REG_LINK, and a DWORD or QWORD of too many bytes
    if ($type -eq 'Unknown' -or ($type -like '?Word' -and $text -match '.-')) { return 'it was of a type that cannot be written' }
    $data = switch ($type) {
        'DWord' { [int]$text }
        'QWord' { [long]$text }
        'MultiString' { , [string[]]@(if ($text.Length -gt 0) { $text.Substring(0, $text.Length - 1).Split([char]0) }) }
        { $_ -in 'Binary', 'None' } { , [byte[]]@(if ($text.Length -gt 0) { foreach ($byte in $text.Split([char]'-')) { [Convert]::ToByte($byte, 16) } }) }
        default { $text }
    }
    Write-RegistryValue @place -Type $type -Data $data
}
