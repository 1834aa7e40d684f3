# Takes the attributes or elements that a path leads to out of an XML file.
function Repair-XmlValueAbsence([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Xpath) {
    $file = Read-TextFile $Path $Xpath
    $text = $file.Text
    $places = @(Select-XmlPlace (Find-XmlMatch $text $Xpath) | Where-Object { $_.IsThere })
    # from the last to the first, so that places stay
    for ($i = $places.Count - 1; $i -ge 0; $i--) {
        $gone = if ($null -ne $places[$i].Attribute) { $places[$i].Attribute } else { $places[$i].Element }
        $start = $gone.Start
        $stop = $gone.End
        # its line goes with it where nothing else stands there
        $before = [regex]::Match($text.Substring(0, $start), '(?<=\A\uFEFF?|[\r\n])[ \t]*\z')
        $after = [regex]::Match($text.Substring($stop), '\A[ \t]*(\r\n|\n|\r)')
        if ($null -eq $places[$i].Attribute -and $before.Success -and $after.Success) {
            $start = $before.Index
            $stop += $after.Length
        }
        $text = $text.Remove($start, $stop - $start)
    }
    Write-TextFile $Path $file $text
}
