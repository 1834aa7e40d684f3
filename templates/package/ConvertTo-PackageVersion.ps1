# Gives a registered version as a version of four parts, missing ones 0; $null when it is none.
function ConvertTo-PackageVersion([string] $Text) {
    if ($Text -match '^\s*[0-9]{1,9}(\.[0-9]{1,9}){0,3}\s*$') { [version](($Text.Trim() + '.0.0.0').Split('.')[0..3] -join '.') }
}
