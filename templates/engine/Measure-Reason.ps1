# Runs a block that gives nothing or one reason, and gives that reason, '' for nothing. Throws when it gives anything else, and names its function.
function Measure-Reason {
    param([Parameter(Mandatory)] [scriptblock] $RemedyBlock)
    $RemedyOutput = @(& $RemedyBlock)
    if ($RemedyOutput.Count -eq 0) { return '' }
    if ($RemedyOutput.Count -eq 1 -and $RemedyOutput[0] -is [string] -and $RemedyOutput[0].Trim() -ne '') { return $RemedyOutput[0] }
    $RemedyName = [regex]::Match([string]$RemedyBlock, '(?m)^\s*([A-Z][A-Za-z]+-[A-Za-z0-9]+)').Groups[1].Value
    $RemedyGiven = if ($RemedyOutput.Count -eq 1) { '1 value that is no text' } else { "$($RemedyOutput.Count) values" }
    throw "$RemedyName gave $RemedyGiven instead of nothing or one reason"
}
