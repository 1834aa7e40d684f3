# The places of an XML file that a path leads to (Select-XmlPlace), only those that are there. Wanted: what they are compared with.
function Read-XmlPlace([string] $Path, [string] $Xpath, [string] $Wanted) {
    $file = Read-TextFile $Path "$Xpath$Wanted"
    if ($null -eq $file) { return }
    try { $match = Find-XmlMatch $file.Text $Xpath } catch { throw "file $(ConvertTo-Line $Path) $($_.Exception.Message)" }
    Select-XmlPlace $match
}
