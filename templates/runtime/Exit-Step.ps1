# Ends a step: one with an item that failed, is blocked, waits for a restart or was declined halts the steps after it.
function Exit-Step {
    if ($script:Remedy.Halt -ne '') { return }
    $outcomes = @('failed', 'blocked', 'restart')
    if (-not $script:Remedy.Preview) { $outcomes += 'deviates' }
    foreach ($record in @(Get-StepRecord -Outcome $outcomes)) {
        $script:Remedy.Halt = $record.Id
        return
    }
}
