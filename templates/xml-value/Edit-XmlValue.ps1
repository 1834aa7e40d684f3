# An XML text with a value at each place that a path leads to; elements of the path that are missing are made in the first that has none.
function Edit-XmlValue([string] $Text, [string] $Xpath, [string] $Value) {
    $match = Find-XmlMatch $Text $Xpath
    $new = ConvertTo-XmlText $Value
    if ($match.Depth -lt $match.Steps.Count) { $Text = Add-XmlElement $Text $match $new }
    else {
        $places = @(Select-XmlPlace $match)
        # from the last to the first, so that places stay
        for ($i = $places.Count - 1; $i -ge 0; $i--) {
            $element = $places[$i].Element
            $attribute = $places[$i].Attribute
            if ($null -ne $attribute) { $Text = $Text.Remove($attribute.At, $attribute.Length).Insert($attribute.At, $new) }
            elseif ($match.Attribute) { $Text = $Text.Insert($element.Head, " $($match.Attribute)=""$new""") }
            elseif ($element.Inner -eq $element.End) { $Text = $Text.Remove($element.Head, $element.End - $element.Head).Insert($element.Head, ">$new</$($element.Name)>") }
            else { $Text = $Text.Remove($element.Inner, $element.Foot - $element.Inner).Insert($element.Inner, $new) }
        }
    }
    $null = Read-XmlTree $Text
    $Text
}
