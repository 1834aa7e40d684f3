# Services that a run stopped and could not start again: a remediation would start them.
## Services that a run stopped for a while and was ended before it could start them again: a remediation would start them, whatever came out before.
function Resume-Left {
    $Remedy.Step = 'resume'
    foreach ($RemedyMark in (Find-Mark $Remedy.Hive $Remedy.Name -Session).Keys | Sort-Object) {
        if ($RemedyMark -notlike 'Stopped *') { continue }
        $RemedyLeft = $RemedyMark.Substring(8)
        Ensure "service $RemedyLeft runs again" { Test-Resumed $RemedyLeft }
    }
}
