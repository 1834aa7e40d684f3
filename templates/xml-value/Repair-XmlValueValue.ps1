# Gives an XML file a value at a path.
function Repair-XmlValueValue([string] $Path, [string] $Xpath, [string] $Value) {
    $file = Read-TextFile $Path "$Xpath$Value"
    Write-TextFile $Path $file (Edit-XmlValue $file.Text $Xpath $Value)
}
