# Gives the size of a file's row in bytes.
function Get-RowSize {
    param([object] $Row)
    if ($Row.Contains('size')) { [long]$Row.size } elseif ($Row.content.Length -eq 0) { [long]0 } else { [long](Get-ContentByte -Row $Row).Length }
}
