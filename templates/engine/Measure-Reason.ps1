# What a function of a kind of one's own gave: nothing or one reason.
## Anything else counts as unreadable.
function Measure-Reason([scriptblock] $RemedyBlock) {
    $RemedyGiven = @(& $RemedyBlock)
    if ($RemedyGiven.Count -gt 1 -or ($RemedyGiven.Count -eq 1 -and ($RemedyGiven[0] -isnot [string] -or $RemedyGiven[0].Trim() -eq ''))) {
        throw "$([regex]::Match([string]$RemedyBlock, '(?m)^\s*([A-Z][A-Za-z]+-[A-Za-z0-9]+)').Groups[1].Value) gave $(if ($RemedyGiven.Count -eq 1) { '1 value that is no text' } else { "$($RemedyGiven.Count) values" }) instead of nothing or one reason"
    }
    $RemedyGiven
}
