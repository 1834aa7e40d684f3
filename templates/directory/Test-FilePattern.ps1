# Whether a file name matches one of some patterns, in which only * and ? are special.
## No pattern at all matches every name.
function Test-FilePattern([string] $Name, [string[]] $Pattern) {
    $patterns = @($Pattern | Where-Object { $_ })
    if ($patterns.Count -eq 0) { return $true }
    foreach ($text in $patterns) {
        if (Test-Match $Name ('^' + [regex]::Escape($text).Replace('\*', '.*').Replace('\?', '.') + '$')) { return $true }
    }
    $false
}
