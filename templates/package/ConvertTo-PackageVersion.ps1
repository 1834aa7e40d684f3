# Gives a registered version as a version of four parts, missing ones 0; $null when it is none.
function ConvertTo-PackageVersion([string] $Text) {
    if ($Text -notmatch '^\s*[0-9]{1,9}(\.[0-9]{1,9}){0,3}\s*$') { return $null }
    $parts = @($Text.Trim().Split([char]'.')) + '0', '0', '0'
    [version]($parts[0..3] -join '.')
}
