# The unit of reporting. What failed, is blocked or was declined halts the steps after it.
## When an item failed, the second block looks for the cause; Service: those whose events tell why.
function Step {
    param(
        [string] $RemedyName, [string] $RemedyTitle, [scriptblock] $RemedyBody
        #remedyc:only Step.Diagnosis
        , [scriptblock] $RemedyDiagnosis
        #remedyc:end
        #remedyc:only Step.Service
        , [Alias('Service')] [string[]] $RemedyService
        #remedyc:end
    )
    $Remedy.Step = $RemedyName
    #remedyc:only Step.Service
    $Remedy.Services = @($RemedyService)
    #remedyc:end
    $Remedy.ItemStarted = Get-Tick
    Write-Note "step ${RemedyName}: $RemedyTitle"
    try { $null = & $RemedyBody } catch { Add-Record $RemedyName "step $RemedyName" 'failed' "$(Get-FailureText $_)$(if ($_.InvocationInfo) { " (line $($_.InvocationInfo.ScriptLineNumber))" })" }
    #remedyc:only Step.Diagnosis
    $Remedy.Finding = $Remedy.Records | Where-Object { $_.Step -eq $RemedyName -and $_.Outcome -eq 'failed' } | Select-Object -First 1
    if ($RemedyDiagnosis -and $Remedy.Finding) { try { $null = & $RemedyDiagnosis } catch { Write-Note "no diagnosis: $(Get-FailureText $_)" 2 } }
    $Remedy.Finding = $null
    #remedyc:end
    $RemedyBad = @('failed', 'blocked', 'restart') + $(if (-not $Remedy.Preview) { 'deviates' })
    foreach ($RemedyRecord in $Remedy.Records) { if (-not $Remedy.Halt -and $RemedyRecord.Outcome -in $RemedyBad) { $Remedy.Halt = $RemedyRecord.Id } }
}
