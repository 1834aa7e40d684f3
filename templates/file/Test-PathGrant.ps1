# Gives nothing where a file or folder that is there grants accounts at least a right, else the reason.
function Test-PathGrant([string] $Path, [string] $Right, [string[]] $Accounts) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry -or $entry.IsLink) { return }
    $list = @(Read-AccessEntry $Path)
    $why = @(foreach ($sid in $Accounts) { Find-AccessLack $list $entry.IsDirectory $Right $sid })
    if ($why.Count -gt 0) { "$(Format-Entry $entry) $($why -join ' and ')" }
}
