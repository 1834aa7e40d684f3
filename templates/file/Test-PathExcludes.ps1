# Gives nothing where a file or folder that is there has no entry of its own that allows accounts something, else the reason.
function Test-PathExcludes([string] $Path, [string[]] $Accounts) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry -or $entry.IsLink) { return }
    $why = @(foreach ($sid in $Accounts) { if (Get-PathAccessState $Path, $sid) { "grants $sid rights" } })
    if ($why.Count -gt 0) { "$(Format-Entry $entry) $($why -join ' and ')" }
}
