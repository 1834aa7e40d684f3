# Says why a file cannot be written or (Absent) removed, or nothing.
function Find-FileBlocker([string] $Path, [switch] $Absent, [string] $Content, [string] $Sha256 = '', [string] $Source = '') {
    if ($Absent) { return Find-PathBlocker -Path $Path -Access 'Delete' }
    $entry = Get-FileEntry -Path $Path
    if ($null -ne $entry -and ($entry.IsDirectory -or $entry.IsLink)) { return 'nothing but a file is replaced' }
    if (-not $PSBoundParameters.ContainsKey('Content')) {
        $why = Find-CopyBlocker -Source $Source -Sha256 $Sha256
        if ($why) { return $why }
    }
    Find-PathBlocker -Path $Path -Access 'Write'
}
