# Why a file cannot be written, or nothing.
function Find-FileBlocker(
    [string] $Path,
    #remedyc:only File.Content
    [object] $Content = $null,
    #remedyc:end
    #remedyc:only File.Url
    [string] $Url = '',
    #remedyc:end
    [string] $Source = '',
    [string] $Sha256 = ''
) {
    $entry = Get-FileEntry $Path
    if ($null -ne $entry -and ($entry.IsDirectory -or $entry.IsLink)) { return 'nothing but a file is replaced' }
    #remedyc:only File.Content
    if ($null -ne $Content) { return Find-PathBlocker $Path 'Write' }
    #remedyc:end
    #remedyc:only File.Url
    if ($Url -ne '') { return Find-PathBlocker $Path 'Write' }
    #remedyc:end
    $why = Find-CopyBlocker $Source $Sha256
    if ($why) { $why } else { Find-PathBlocker $Path 'Write' }
}
