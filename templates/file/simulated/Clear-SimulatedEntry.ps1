# Stands in for Clear-Entry on the simulated machine.
function Clear-SimulatedEntry {
    param([Parameter(Mandatory)] [string] $Path)
    $key = Resolve-EntryPath -Path $Path
    $table = $global:Windows.files, $global:Windows.folders | Where-Object { $_.Contains($key) } | Select-Object -First 1
    if ($null -eq $table) { return Enter-Effect -Name 'Clear-Entry' }
    Enter-Effect -Name 'Clear-Entry' -Text $Path -Change
    Confirm-Write -Path $Path
    $row = $table[$key]
    $link = $row.Contains('link') -and $row.link
    if (-not $link -and @(Find-EntryBelow -Path $Path).Count -gt 0) { throw [System.ComponentModel.Win32Exception]::new(145, 'The directory is not empty') }
    $table.Remove($key)
}
