# Makes a shortcut, or changes what is given of it.
## Windows writes it in a folder of ours, to which nobody else may write; from there it comes to its place as every file does.
function Repair-Shortcut([string] $Path, [string] $Target, [string] $Arguments, [string] $WorkingDirectory, [string] $Icon, [int] $IconIndex, [string] $Description) {
    $null = $Target, $Arguments, $WorkingDirectory, $Description
    $fields = @{}
    foreach ($name in 'Arguments', 'WorkingDirectory', 'Description') { if ($PSBoundParameters.ContainsKey($name)) { $fields[$name] = $PSBoundParameters[$name] } }
    if ($PSBoundParameters.ContainsKey('Target')) { $fields['TargetPath'] = $Target }
    $now = Read-ShortcutLink $Path
    if ($PSBoundParameters.ContainsKey('Icon') -or $PSBoundParameters.ContainsKey('IconIndex')) {
        if (-not $PSBoundParameters.ContainsKey('Icon')) { $Icon = if ($null -ne $now) { $now.Icon } }
        elseif (-not $PSBoundParameters.ContainsKey('IconIndex') -and $null -ne $now -and (Test-Text $now.Icon $Icon -IgnoreCase)) { $IconIndex = $now.IconIndex }
        $fields['IconLocation'] = "$Icon,$IconIndex"
    }
    $own = "$(Get-StateFolder 'shortcut')\new.lnk"
    Clear-Entry $own
    try {
        if ($null -ne $now) {
            $copy = Open-NewFile $own
            try { Write-FileCopy $copy $Path } finally { $copy.Dispose() }
        }
        try { Write-ShortcutLink $own $fields } catch { throw "shortcut $(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
        Add-MissingFolder (Get-PathPart $Path -Parent)
        Write-WholeFile $Path {
            param($handle, $new)
            Write-FileCopy $handle $own
            Add-Journal 'File' $Path (Get-FileState $Path) (Get-FileState $new)
        }
    }
    finally { Clear-Entry $own }
}
