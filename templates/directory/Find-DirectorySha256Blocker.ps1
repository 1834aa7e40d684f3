# Why a folder cannot be filled from an archive, or nothing.
function Find-DirectorySha256Blocker(
    [string] $Path,
    #remedyc:only Directory.Url
    [string] $Url = '',
    #remedyc:end
    [string] $Source = '',
    [string] $Sha256
) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry -and (-not $entry.IsDirectory -or $entry.IsLink)) { return 'only a folder itself is filled' }
    #remedyc:only Directory.Url
    if ($Url -ne '') { return Find-PathBlocker $Path 'Write' }
    #remedyc:end
    $why = Find-CopyBlocker $Source $Sha256
    if ($why) { $why } else { Find-PathBlocker $Path 'Write' }
}
