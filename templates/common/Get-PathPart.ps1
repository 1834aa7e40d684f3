# The last segment of a Windows path, or with Parent what stands before it ('' above a drive's root).
## By text, so that the answer is the same wherever the script is tried; System.IO.Path splits by the rules of the system it runs on.
function Get-PathPart([string] $Path, [switch] $Parent) {
    $at = $Path.TrimEnd('\').LastIndexOf([char]'\')
    if (-not $Parent) { return $Path.TrimEnd('\').Substring($at + 1) }
    if ($at -lt 0 -or $Path -match '^\\\\[^\\]+\\[^\\]+\\?$') { return '' }
    $before = $Path.Substring(0, $at)
    if ($before -match '^[A-Za-z]:$') { "$before\" } else { $before }
}
