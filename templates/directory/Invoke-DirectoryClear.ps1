# Removes the contents of a folder, by file pattern and age, never the folder itself; what is in use stays, and the caller looks at the folder again afterwards.
function Invoke-DirectoryClear {
    param([Parameter(Mandatory)] [string] $Path, [AllowNull()] [AllowEmptyCollection()] [string[]] $Files, [timespan] $OlderThan = [timespan]::Zero)
    $refusal = Find-FolderRefusal -Path $Path
    if ($refusal) { throw "nothing is removed: $refusal" }
    $entry = Get-FileEntry -Path $Path
    if ($null -eq $entry) { return }
    if (-not $entry.IsDirectory) { throw "$(ConvertTo-Line $Path) is a file" }
    Add-Journal 'Lost' "contents of folder $Path were removed"
    # Without an age everything goes, also a file whose time lies in the future
    $before = if ($OlderThan -eq [timespan]::Zero) { [datetime]::MaxValue } else { (Get-Clock) - $OlderThan }
    $sum = Clear-FolderLevel -Path $Path -Files $Files -Before $before -All:($before -eq [datetime]::MaxValue -and @($Files | Where-Object { $_ }).Count -eq 0)
    Write-Note -Text "$($sum.Removed) files removed from $Path, $($sum.Kept) could not be removed$(if ($sum.Why -ne '') { ", the first: $($sum.Why)" })"
}
