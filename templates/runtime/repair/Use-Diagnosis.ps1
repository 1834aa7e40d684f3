# Runs what a step says about its failure, for the first item that failed; a diagnosis that raises is noted and no more.
function Use-Diagnosis {
    param([Parameter(Mandatory)] [scriptblock] $RemedyDiagnosis)
    $RemedyFailed = @(Get-StepRecord -Outcome 'failed')
    if ($RemedyFailed.Count -eq 0) { return }
    $script:Remedy['Finding'] = $RemedyFailed[0]
    try { $null = & $RemedyDiagnosis }
    catch { Write-Note -Text ('no diagnosis: ' + (Get-FailureText -Failure $_)) -Severity 2 }
    finally { $script:Remedy['Finding'] = $null }
}
