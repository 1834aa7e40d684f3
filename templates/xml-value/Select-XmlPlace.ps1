# The places that a path leads to, from what Find-XmlMatch gives: of each its Element, its Attribute ($null: none of that name, or none is asked for) and its Value ($null: missing, or no plain text).
function Select-XmlPlace([object] $Match) {
    if ($Match.Depth -lt $Match.Steps.Count) { return }
    foreach ($element in $Match.Found) {
        $attribute = if ($Match.Attribute) { $element.Attributes | Where-Object { Test-Text $_.Name $Match.Attribute } }
        $value = if ($null -ne $attribute) { $attribute.Value } elseif (-not $Match.Attribute -and $element.IsPlain) { $element.Text }
        [pscustomobject]@{ Element = $element; Attribute = $attribute; Value = $value; IsThere = -not $Match.Attribute -or $null -ne $attribute }
    }
}
