# Services that a run stopped and could not start again: a remediation would start them.
## Services that a run stopped for a while and was ended before it could start them again: a remediation would start them, whatever came out before.
function Resume-Left {
    $Remedy.Step = 'resume'
    foreach ($RemedyLeft in Get-StoppedName (Find-Mark $Remedy.Hive $Remedy.Name -Session)) {
        Ensure "service $RemedyLeft runs again" { Test-Resumed $RemedyLeft }
    }
}
