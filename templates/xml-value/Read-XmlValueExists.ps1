# Whether an XML file has something at a path.
function Read-XmlValueExists([string] $Path, [string] $Xpath) {
    @(Read-XmlPlace $Path $Xpath | Where-Object { $_.IsThere }).Count -gt 0
}
