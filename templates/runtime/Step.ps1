# The unit of reporting: walks its items in order; when one fails, looks for the cause. One with an item that failed, is blocked, waits for a restart
# or was declined halts the steps after it.
function Step {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyName,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
        #remedyc:only Step.Diagnosis
        [Parameter(Position = 3)] [scriptblock] $RemedyDiagnosis,
        #remedyc:end
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyBody
    )
    $script:Remedy.Step = $RemedyName
    $script:Remedy.StepStart = $script:Remedy.Records.Count
    $script:Remedy.Barriers.Clear()
    #remedyc:only Context.Repairs
    $script:Remedy['Resources'] = [Collections.Generic.List[string]]::new()
    #remedyc:end
    $script:Remedy.ItemStarted = Get-Tick
    Write-Note -Text "step $RemedyName`: $RemedyTitle"
    try { $null = & $RemedyBody }
    catch {
        $RemedyItem = @{ Id = $RemedyName; Kind = 'guard'; Label = 'step ' + $RemedyName; On = @(); Reads = @(); Provides = @() }
        Write-Record -Item $RemedyItem -Outcome 'failed' -Why ((Get-FailureText -Failure $_) + (Get-FailurePlace -Failure $_))
    }
    #remedyc:only Step.Diagnosis
    if ($null -ne $RemedyDiagnosis -and -not $script:Remedy.Preview) { Use-Diagnosis -RemedyDiagnosis $RemedyDiagnosis }
    #remedyc:end
    if ($script:Remedy.Halt -ne '') { return }
    $RemedyStops = @('failed', 'blocked', 'restart') + @(if (-not $script:Remedy.Preview) { 'deviates' })
    foreach ($RemedyRecord in @(Get-StepRecord -Outcome $RemedyStops | Select-Object -First 1)) { $script:Remedy.Halt = $RemedyRecord.Id }
}
