# The reason where an XML file has something at a path.
function Test-XmlValueAbsence([string] $Path, [string] $Xpath) {
    if (@(Read-XmlPlace $Path $Xpath | Where-Object { $_.IsThere }).Count -gt 0) { "$(ConvertTo-Line $Xpath) in $(ConvertTo-Line $Path) is there, it should be absent" }
}
