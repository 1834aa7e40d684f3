# Evaluates a condition; throws unless it gives exactly one boolean.
function Measure-Condition([scriptblock] $RemedyCondition) {
    $RemedyOutput = @(& $RemedyCondition)
    if ($RemedyOutput.Count -ne 1 -or $RemedyOutput[0] -isnot [bool]) { throw "the condition gave $($RemedyOutput.Count) values instead of one of true and false" }
    $RemedyOutput[0]
}
