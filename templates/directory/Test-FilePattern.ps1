# Whether a file name matches one of some patterns, in which only * and ? are special.
## No pattern at all matches every name.
function Test-FilePattern([string] $Name, [string[]] $Pattern) {
    $patterns = @($Pattern | Where-Object { $_ })
    foreach ($text in $patterns) {
        $regex = [regex]::Escape($text).Replace('\*', '.*').Replace('\?', '.')
        if ([regex]::IsMatch($Name, "^$regex`$", 'IgnoreCase, CultureInvariant', [timespan]'00:00:01')) { return $true }
    }
    $patterns.Count -eq 0
}
