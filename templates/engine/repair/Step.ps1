# The unit of reporting: walks its items in order; when one failed, looks for the cause. What failed, is blocked, waits for a restart or was declined halts the steps after it.
function Step {
    param(
        [string] $RemedyName, [string] $RemedyTitle, [scriptblock] $RemedyBody,
        #remedyc:only Step.Diagnosis
        [scriptblock] $RemedyDiagnosis,
        #remedyc:end
        [Alias('Service')] [string[]] $RemedyService
    )
    $Remedy.Step = $RemedyName
    $Remedy.Services = @($RemedyService)
    $RemedyFirst = $Remedy.Records.Count
    $Remedy.ItemStarted = Get-Tick
    Write-Note "step ${RemedyName}: $RemedyTitle"
    try { $null = & $RemedyBody }
    catch { Add-Record $RemedyName "step $RemedyName" 'failed' "$(Get-FailureText $_)$(if ($null -ne $_.InvocationInfo) { " (line $($_.InvocationInfo.ScriptLineNumber))" })" }
    $RemedyRecords = @($Remedy.Records | Select-Object -Skip $RemedyFirst)
    #remedyc:only Step.Diagnosis
    $RemedyFailed = @($RemedyRecords | Where-Object { $_.Outcome -eq 'failed' })
    if ($null -ne $RemedyDiagnosis -and $RemedyFailed.Count -gt 0) {
        $Remedy.Finding = $RemedyFailed[0]
        try { $null = & $RemedyDiagnosis } catch { Write-Note "no diagnosis: $(Get-FailureText $_)" 2 }
        $Remedy.Finding = $null
    }
    #remedyc:end
    if ($Remedy.Halt -ne '') { return }
    foreach ($RemedyRecord in $RemedyRecords) {
        if ($RemedyRecord.Outcome -in 'failed', 'blocked', 'restart' -or ($RemedyRecord.Outcome -eq 'deviates' -and -not $Remedy.Preview)) { $Remedy.Halt = $RemedyRecord.Id; return }
    }
}
