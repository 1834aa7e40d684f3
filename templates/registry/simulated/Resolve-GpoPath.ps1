# Gives a registry path of Get-RsopRegistrySetting as a key of the machine: below the user's hive where the space of RSOP is a user's.
function Resolve-GpoPath {
    param(
        [string] $Path,
        [string] $Space
    )
    $(if ($Space -eq 'computer') { 'HKLM\' } else { "HKU\$($Space.Substring(5).Replace('_', '-'))\" }) + $Path
}
