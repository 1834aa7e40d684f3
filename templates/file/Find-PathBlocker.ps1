# Why a file or folder cannot be made, changed (Write) or removed (Delete) by who runs the script.
## Or nothing.
## FILE_WRITE_DATA | FILE_APPEND_DATA, which for a folder are FILE_ADD_FILE | FILE_ADD_SUBDIRECTORY; DELETE. It is opened with that right and closed again, nothing is changed.
## Only ERROR_ACCESS_DENIED (5) says no: what is in use (ERROR_SHARING_VIOLATION) passed the check of rights before.
function Find-PathBlocker([string] $Path, [string] $Access) {
    $refusal = Find-PathRefusal $Path
    if ($refusal) { return $refusal }
    $right = if ($Access -eq 'Delete') { 0x10000 } else { 6 }
    #remedyc:only File.EnsuredReadOnly
    # FILE_ATTRIBUTE_READONLY: a fix that replaces such a file takes it away first
    if (([int](Get-EntryAttribute $Path) -band 0x11) -eq 1) { $right = 0x10000 }
    #remedyc:end
    # Where it is absent, the nearest folder above must allow that something is added
    for ($nearest = $Path.TrimEnd('\'); $null -eq (Get-FileEntry $nearest); $right = 6) {
        $above = Get-PathPart $nearest -Parent
        if (-not $above) { return "there is no $(ConvertTo-Line $nearest.TrimEnd('\'))" }
        $nearest = $above
    }
    try { (Open-Entry $nearest $right).Dispose() }
    catch [ComponentModel.Win32Exception] {
        if ($_.Exception.NativeErrorCode -eq 5) { "there is no right to $(if ($right -eq 6) { 'write to' } else { 'delete' }) $(ConvertTo-Line $nearest)" }
    }
    catch { $_.Exception.Message }
}
