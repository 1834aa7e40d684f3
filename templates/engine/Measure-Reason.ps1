# Gives the reason that a block gives, '' where it gives none.
function Measure-Reason {
    param([scriptblock] $RemedyBlock)
    $RemedyGiven = @(& $RemedyBlock)
    #remedyc:only Kind.Own
    if ($RemedyGiven.Count -gt 1 -or ($RemedyGiven.Count -eq 1 -and ($RemedyGiven[0] -isnot [string] -or $RemedyGiven[0].Trim() -eq ''))) {
        $RemedyName = [regex]::Match([string]$RemedyBlock, '(?m)^\s*([A-Z][A-Za-z]+-[A-Za-z0-9]+)').Groups[1].Value
        throw "$RemedyName gave $(if ($RemedyGiven.Count -eq 1) { '1 value that is no text' } else { "$($RemedyGiven.Count) values" }) instead of nothing or one reason"
    }
    #remedyc:end
    [string]$RemedyGiven
}
