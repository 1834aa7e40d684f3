# What a text of XML stands for. Without a document type definition there are five names of entities, and numbers.
function ConvertFrom-XmlText([string] $Text) {
    if ($Text.IndexOf([char]'&') -lt 0) { return $Text }
    [regex]::Replace($Text, '&(?:#x(?<hex>[0-9A-Fa-f]+)|#(?<number>[0-9]+)|(?<name>\w+));', {
            param($one)
            if ($one.Groups['hex'].Success) { [char]::ConvertFromUtf32([Convert]::ToInt32($one.Groups['hex'].Value, 16)) }
            elseif ($one.Groups['number'].Success) { [char]::ConvertFromUtf32([int]$one.Groups['number'].Value) }
            else { @{ lt = '<'; gt = '>'; amp = '&'; quot = '"'; apos = '''' }[$one.Groups['name'].Value] }
        })
}
