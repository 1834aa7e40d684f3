# A text as it stands in XML, in an attribute or an element.
function ConvertTo-XmlText([string] $Text) {
    [regex]::Replace($Text, '[&<>"''\t\r\n]', { param($one) "&#$([int][char]$one.Value);" }).Replace('&#38;', '&amp;').Replace('&#60;', '&lt;').Replace('&#62;', '&gt;').Replace('&#34;', '&quot;')
}
