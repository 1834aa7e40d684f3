# Tests a statement, which gives nothing or the reason. What cannot be read is never compliant.
function Ensure([string] $RemedyLabel, [scriptblock] $RemedyTest) {
    $Remedy.Checks++
    try { foreach ($RemedyWhy in & $RemedyTest) { Add-Finding 'Deviating' $RemedyWhy } }
    catch { Add-Finding 'Blocked' "'$RemedyLabel' cannot be read: $(Get-FailureText $_)" }
}
