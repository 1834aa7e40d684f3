# What an XML file has at a path, at the first place; nothing where there is none. Throws where it is no plain text.
function Read-XmlValueValue([string] $Path, [string] $Xpath) {
    $first = Read-XmlPlace $Path $Xpath | Where-Object { $_.IsThere } | Select-Object -First 1
    if ($null -eq $first) { return }
    if ($null -eq $first.Value) { throw "$(ConvertTo-Line $Xpath) in $(ConvertTo-Line $Path) has elements or comments in it" }
    $first.Value
}
