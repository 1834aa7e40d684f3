# The elements of an XML text: of each its Name, where it Starts, its attributes end (Head), its tag (Inner), what is in it (Foot) and itself (End); its Attributes, Children and Text, and whether that is all it has (IsPlain).
## System.Xml says whether it is well-formed, and takes no document type definition; in what is, each '<' begins markup.
function Read-XmlTree([string] $Text) {
    $settings = [Xml.XmlReaderSettings]::new()
    $settings.DtdProcessing = 'Prohibit'
    $settings.XmlResolver = $null
    $reader = [Xml.XmlReader]::Create([IO.StringReader]::new($Text.TrimStart([char]0xFEFF)), $settings)
    try { while ($reader.Read()) { } }
    catch [Xml.XmlException] { throw "is no XML without a document type definition: line $($_.Exception.GetBaseException().LineNumber)" }
    finally { $reader.Dispose() }
    $document = [pscustomobject]@{ Name = ''; Start = 0; Head = 0; Inner = 0; Foot = 0; End = 0; Attributes = @(); Children = [Collections.Generic.List[object]]::new(); Text = ''; IsPlain = $false }
    $open = [Collections.Generic.Stack[object]]::new()
    $open.Push($document)
    $markup = '<!--[\s\S]*?-->|<!\[CDATA\[(?<cdata>[\s\S]*?)\]\]>|<\?[\s\S]*?\?>|</[^>]+>|<(?<name>[^\s/>]+)(?<attributes>(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|''[^'']*''))*)\s*/?>|(?<text>[^<]+)'
    foreach ($match in [regex]::Matches($Text, $markup)) {
        $in = $open.Peek()
        $behind = $match.Index + $match.Length
        $name = $match.Groups['name']
        if ($match.Groups['text'].Success) { $in.Text += ConvertFrom-XmlText $match.Value }
        elseif ($match.Groups['cdata'].Success) { $in.Text += $match.Groups['cdata'].Value }
        elseif ($match.Value.StartsWith('</', [StringComparison]::Ordinal)) {
            $in.Foot = $match.Index
            $in.End = $behind
            $null = $open.Pop()
        }
        else { $in.IsPlain = $false }
        if (-not $name.Success) { continue }
        $head = $match.Groups['attributes']
        $attributes = @(foreach ($one in [regex]::Matches($head.Value, '\s+(?<name>[^\s=]+)\s*=\s*(?:"(?<value>[^"]*)"|''(?<value>[^'']*)'')')) {
                $value = $one.Groups['value']
                [pscustomobject]@{ Name = $one.Groups['name'].Value; Value = ConvertFrom-XmlText $value.Value; Start = $head.Index + $one.Index; End = $head.Index + $one.Index + $one.Length; At = $head.Index + $value.Index; Length = $value.Length }
            })
        $element = [pscustomobject]@{ Name = $name.Value; Start = $match.Index; Head = $head.Index + $head.Length; Inner = $behind; Foot = $behind; End = $behind; Attributes = $attributes; Children = [Collections.Generic.List[object]]::new(); Text = ''; IsPlain = $true }
        $in.Children.Add($element)
        if (-not $match.Value.EndsWith('/>', [StringComparison]::Ordinal)) { $open.Push($element) }
    }
    $document
}
