# Whether an event names one of these services: as one of its texts, or at the end of one.
## Whether an event names one of these: as one of its texts, at the end of one ('Name (x)', 'NT SERVICE\x'), or in a message without texts of its own.
## A whole word of a text would be another service's: 'Contoso Agent' is not 'Agent'.
function Test-EventName([pscustomobject] $Record, [string[]] $Name) {
    $values = @($Record.Values)
    foreach ($word in $Name) {
        $pattern = [regex]::Escape($word)
        $pattern = if ($values.Count -eq 1) { "(?<![\w.])$pattern(?![\w.])" } else { "^$pattern\z|[\\(]$pattern\)?\z" }
        if (@($values -match $pattern).Count -gt 0) { return $true }
    }
    $false
}
