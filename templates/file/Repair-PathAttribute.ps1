# Sets or clears an attribute of a file or folder; the others stay.
function Repair-PathAttribute([string] $Path, [string] $Attribute, [bool] $Wanted) {
    $wish = if ($Wanted) { 'on' } else { 'off' }
    $is = Get-PathAttributeState $Path, $Attribute
    if ($is -in '', $wish) { return }
    Add-Journal 'PathAttribute' $Path, $Attribute $is $wish
    try { Write-EntryAttribute $Path ([int][IO.FileAttributes]$Attribute) $Wanted } catch { throw "the attributes of $(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
