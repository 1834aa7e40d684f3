# The reason where an XML file has nothing at a path.
function Test-XmlValuePresence([string] $Path, [string] $Xpath) {
    if (@(Read-XmlPlace $Path $Xpath | Where-Object { $_.IsThere }).Count -eq 0) { "$(ConvertTo-Line $Xpath) in $(ConvertTo-Line $Path) is missing" }
}
