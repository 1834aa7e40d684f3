# Tells whether an event names one of these: as one of its texts, or as a whole word of one (a message without texts of its own).
function Test-EventName([pscustomobject] $Record, [string[]] $Name) {
    foreach ($text in $Record.Values) {
        foreach ($candidate in $Name) {
            if ($text -eq $candidate -or $text -match "(?<![\w.])$([regex]::Escape($candidate))(?![\w.])") { return $true }
        }
    }
    $false
}
