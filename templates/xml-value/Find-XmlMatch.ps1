# Where a path leads in an XML text: its Steps (Name, and Key and Value of the attribute that it must have), the Attribute at its end or '', and Found, the elements at the last step that has some (Depth).
function Find-XmlMatch([string] $Text, [string] $Xpath) {
    $attribute = [regex]::Match($Xpath, '/@([^/''\]]+)\z')
    $steps = @(foreach ($step in [regex]::Matches($Xpath.Substring(0, $Xpath.Length - $attribute.Length), '/([^/[]+)(?:\[@([^=]+)=''([^'']*)''\])?')) {
            [pscustomobject]@{ Name = $step.Groups[1].Value; Key = $step.Groups[2].Value; Value = $step.Groups[3].Value }
        })
    $found = @(Read-XmlTree $Text)
    $depth = 0
    foreach ($step in $steps) {
        $next = @(foreach ($one in $found) {
                foreach ($child in $one.Children) {
                    if ((Test-Text $child.Name $step.Name) -and (-not $step.Key -or @($child.Attributes | Where-Object { (Test-Text $_.Name $step.Key) -and (Test-Text $_.Value $step.Value) }).Count -gt 0)) { $child }
                }
            })
        if ($next.Count -eq 0) { break }
        $found = $next
        $depth++
    }
    [pscustomobject]@{ Steps = $steps; Attribute = $attribute.Groups[1].Value; Found = $found; Depth = $depth }
}
