# Reads a whole number with its unit; throws the given clause when it is none.
function ConvertFrom-Measure([string] $Text, [hashtable] $Unit, [string] $Expected) {
    $found = [regex]::Match($Text, '^([0-9]{1,9})([A-Za-z]{1,2})$')
    if (-not $found.Success -or -not $Unit.ContainsKey($found.Groups[2].Value)) { throw "'$Text' is $Expected" }
    [long]$found.Groups[1].Value * [long]$Unit[$found.Groups[2].Value]
}
