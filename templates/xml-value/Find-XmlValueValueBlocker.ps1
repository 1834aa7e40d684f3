# Why a value of an XML file cannot be written, or nothing.
function Find-XmlValueValueBlocker([string] $Path, [string] $Xpath, [string] $Value) {
    $file = Read-TextFile $Path "$Xpath$Value"
    if ($null -ne $file) {
        $match = Find-XmlMatch $file.Text $Xpath
        if ($match.Depth -eq 0) { return "the root element is $(ConvertTo-Line $match.Found[0].Children[0].Name), which is not replaced" }
        if (@(Select-XmlPlace $match | Where-Object { $_.IsThere -and $null -eq $_.Value }).Count -gt 0) { return 'only plain text is replaced' }
    }
    Find-TextFileBlocker $Path
}
