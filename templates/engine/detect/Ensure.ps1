# Tests a statement: its test gives nothing where the state holds, otherwise the reason. What cannot be read is never compliant.
function Ensure([string] $RemedyLabel, [scriptblock] $RemedyTest, [Alias('Id')] [string] $RemedyId) {
    $Remedy.Checks++
    try {
        $RemedyWhy = @(& $RemedyTest)
        #remedyc:only Kind.Own
        if ($RemedyWhy.Count -gt 1 -or ($RemedyWhy.Count -eq 1 -and ($RemedyWhy[0] -isnot [string] -or $RemedyWhy[0].Trim() -eq ''))) {
            $RemedyGiven = if ($RemedyWhy.Count -eq 1) { '1 value that is no text' } else { "$($RemedyWhy.Count) values" }
            throw "$(([string]$RemedyTest).Trim().Split(' ')[0]) gave $RemedyGiven instead of nothing or one reason"
        }
        #remedyc:end
        if ($RemedyWhy.Count -gt 0) { Add-Finding 'Deviating' $RemedyWhy[0] $RemedyId }
    }
    catch { Add-Finding 'Blocked' "'$RemedyLabel' cannot be read: $(Get-FailureText -Failure $_)" }
}
