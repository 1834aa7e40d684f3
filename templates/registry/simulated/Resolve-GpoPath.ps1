# Gives a registry path of Get-RsopRegistrySetting as a key of the machine: below the user's hive when an account is given.
function Resolve-GpoPath {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Account
    )
    $(if ($Account -eq '') { 'HKLM\' } else { "HKU\$Account\" }) + $Path
}
