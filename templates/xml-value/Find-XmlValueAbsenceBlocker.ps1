# Why what a path leads to cannot be taken out of an XML file, or nothing.
function Find-XmlValueAbsenceBlocker([string] $Path, [string] $Xpath) {
    $file = Read-TextFile $Path $Xpath
    $match = Find-XmlMatch $file.Text $Xpath
    if ($match.Steps.Count -eq 1 -and -not $match.Attribute) { return 'the root element is not taken away' }
    Find-PathBlocker $Path 'Write'
}
