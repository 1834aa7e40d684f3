# Why the attributes, the rights or the owner (What) of a file or folder that is there cannot be changed, or nothing.
## It is opened with FILE_WRITE_ATTRIBUTES or WRITE_DAC and closed again; only ERROR_ACCESS_DENIED (5) says no. The owner takes a privilege, not a right.
function Find-PathChangeBlocker([string] $Path, [string] $What) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry) { return }
    $refusal = Find-PathRefusal $Path
    if ($refusal) { return $refusal }
    if ($What -eq 'owner' -and -not (Test-Elevation)) { return 'only an administrator gives it another owner' }
    try {
        if (-not $entry.IsDirectory -and $null -eq (Get-OwnFileByte $Path 0)) { return 'it has other names too (hard links)' }
        (Open-Entry $Path @{ attributes = 0x100; rights = 0x40000; owner = 0 }[$What]).Dispose()
    }
    catch [ComponentModel.Win32Exception] { if ($_.Exception.NativeErrorCode -eq 5) { "there is no right to change the $What of $(ConvertTo-Line $Path)" } }
    catch { $_.Exception.Message }
}
