# An XML text with the elements of a path that are missing (Find-XmlMatch), the last of them with a value, in XML.
function Add-XmlElement([string] $Text, [object] $Match, [string] $Value) {
    $parent = $Match.Found[0]
    $end = [regex]::Match($Text, '\r\n|\n|\r').Value
    $indent = { param($at) [regex]::Match($Text.Substring(0, $at), '(?<=\A\uFEFF?|[\r\n])[ \t]*\z') }
    $unit = @(foreach ($one in (Read-XmlTree $Text).Children[0].Children) { $own = & $indent $one.Start; if ($own.Length -gt 0) { $own.Value } }) + '  ' | Select-Object -First 1
    $last = if ($parent.Children.Count -gt 0) { $parent.Children[$parent.Children.Count - 1] }
    $own = & $indent $(if ($null -ne $last) { $last.Start } else { $parent.Start })
    $inner = if ($null -ne $last) { $own.Value } else { $own.Value + $unit }
    $isWide = $end -and $own.Success
    # from the innermost that is missing
    $new = if ($Match.Attribute) { '' } else { $Value }
    for ($i = $Match.Steps.Count - 1; $i -ge $Match.Depth; $i--) {
        $step = $Match.Steps[$i]
        $head = "<$($step.Name)"
        if ($step.Key) { $head += " $($step.Key)=""$(ConvertTo-XmlText $step.Value)""" }
        if ($Match.Attribute -and $i -eq $Match.Steps.Count - 1) { $head += " $($Match.Attribute)=""$Value""" }
        $new = if ($new) { "$head>$new</$($step.Name)>" } else { "$head />" }
        if ($isWide -and $i -gt $Match.Depth) { $new = "$end$inner$($unit * ($i - $Match.Depth))$new$end$inner$($unit * ($i - $Match.Depth - 1))" }
    }
    if ($null -ne $last) { return $Text.Insert($last.End, $(if ($isWide) { "$end$inner$new" } else { $new })) }
    $kept = $Text.Substring($parent.Inner, $parent.Foot - $parent.Inner)
    if ($isWide) { $new = "$($kept.TrimEnd())$end$inner$new$end$($own.Value)" } else { $new = $kept + $new }
    $Text.Substring(0, $parent.Head) + $(if ($parent.Inner -eq $parent.End) { '>' } else { $Text.Substring($parent.Head, $parent.Inner - $parent.Head) }) + $new + "</$($parent.Name)>" + $Text.Substring($parent.End)
}
