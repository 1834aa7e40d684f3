# Stands in for Write-EntryAttribute on the simulated machine.
function Write-SimulatedEntryAttribute {
    param([string] $Path, [int] $Bits, [bool] $On)
    Enter-Effect -Name 'Write-EntryAttribute' -Text "$Path $Bits $On" -Change
    $row = Open-EntryRow -Path $Path
    $is = if ($row.Contains('attributes')) { [int]$row.attributes } else { 0 }
    $row['attributes'] = if ($On) { $is -bor $Bits } else { $is -band -bnot $Bits }
    Add-Story "the attributes of $Path are changed"
}
