# Walks the items of a step. What they raise outside their tests and repairs is a failed item; what they output is dropped, since the summary is the only output.
function Use-StepBody {
    param([Parameter(Mandatory)] [scriptblock] $RemedyBody)
    try { $null = & $RemedyBody }
    catch {
        $RemedyItem = @{ Id = $script:Remedy.Step; Kind = 'guard'; Label = 'step ' + $script:Remedy.Step; On = @(); Reads = @(); Provides = @() }
        Write-Record -Item $RemedyItem -Outcome 'failed' -Why ('{0} (line {1})' -f (Get-FailureText -Failure $_), $_.InvocationInfo.ScriptLineNumber)
    }
}
