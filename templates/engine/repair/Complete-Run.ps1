# Keeps the summary for the next detection, logs it, and answers.
function Complete-Run([string] $Outcome, [string] $Line) {
    $code = $Remedy.Dialect[$Outcome]
    # what differs in its times alone stays for the day
    $mark = "$(Get-ClockText) $Line"
    $new, $known = ($mark, "$($Remedy.Marks['LastRun'])") -replace '(?<=^.{10})\S+|(?<=^\S+ COMPLIANT [^|]+\| \d+ checks?) in [\d.]+ s'
    if ($Remedy.Lasting -and $new -cne $known) { try { Save-Mark 'LastRun' $mark } catch { Write-Note "the summary could not be kept: $(Get-FailureText $_)" 2 } }
    if ($Remedy.Lock) {
        Write-Note $Line $(if ($Outcome -in 'failed', 'busy') { 3 } else { 1 + ($Outcome -eq 'blocked') }) ([ordered]@{ kind = 'summary'; outcome = $Outcome; summary = $Line; exitcode = $code })
        $Remedy.Lock.Dispose()
    }
    #remedyc:only Context.ErrorStream
    # Intune keeps nothing else of a remediation
    if ($code -ne 0) { Write-ErrorText $Line }
    #remedyc:end
    Write-Output $Line
    exit $code
}
