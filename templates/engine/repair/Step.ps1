# The unit of reporting. What failed, is blocked or was declined halts the steps after it.
## When an item failed, the second block looks for the cause; Service: those whose events tell why.
function Step(
    [string] $Name, [string] $Title, [scriptblock] $Body
    #remedyc:only Step.Diagnosis
    , [scriptblock] $Diagnosis
    #remedyc:end
    #remedyc:only Step.Service
    , [string[]] $Service
    #remedyc:end
) {
    $Remedy.Step = $Name
    #remedyc:only Step.Service
    $Remedy.Services = @($Service)
    #remedyc:end
    $Remedy.ItemStarted = Get-Tick
    Write-Note "step ${Name}: $Title"
    try { $null = & $Body } catch { Add-Record $Name "step $Name" 'failed' "$(Get-FailureText $_)$(if ($_.InvocationInfo) { " (line $($_.InvocationInfo.ScriptLineNumber))" })" }
    #remedyc:only Step.Diagnosis
    $Remedy.Finding = $Remedy.Records | Where-Object { $_.Step -eq $Name -and $_.Outcome -eq 'failed' } | Select-Object -First 1
    if ($Diagnosis -and $Remedy.Finding) { try { $null = & $Diagnosis } catch { Write-Note "no diagnosis: $(Get-FailureText $_)" 2 } }
    $Remedy.Finding = $null
    #remedyc:end
    $bad = @('failed', 'blocked', 'restart') + $(if (-not $Remedy.Preview) { 'deviates' })
    foreach ($record in $Remedy.Records) { if (-not $Remedy.Halt -and $record.Outcome -in $bad) { $Remedy.Halt = $record.Id } }
}
