# Gives a file or folder itself another owner; its rights, and what lies below it, stay.
function Repair-PathOwner([string] $Path, [string] $Owner) {
    $is = Get-PathOwnerState $Path
    if ($is -eq $Owner) { return }
    Add-Journal 'PathOwner' $Path $is $Owner
    try { Write-PathOwner $Path $Owner } catch { throw "the owner of $(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
