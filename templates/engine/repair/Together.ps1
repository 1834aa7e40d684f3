# Looks as with -WhatIf first: while something in it is blocked, nothing is changed.
## Looks at what takes something away as with -WhatIf first: while something of it is blocked, nothing is changed.
## What takes something away that the remedy brings again is looked at as a whole, as with -WhatIf, before the first thing goes: while something of it is blocked, nothing of it is changed.
function Together([scriptblock] $Body) {
    $run = $Remedy
    $first = $run.Records.Count
    $Remedy = $run.Clone()
    $Remedy.Preview = $true
    $Remedy.Log = ''
    $Remedy.Armed = $null
    $Remedy.Cmdlet = Add-Member -InputObject ([pscustomobject]@{}) -MemberType ScriptMethod -Name ShouldProcess -Value { $false } -PassThru
    try { $null = & $Body } finally { $Remedy = $run }
    $found = @($run.Records | Select-Object -Skip $first)
    $run.Records.RemoveRange($first, $found.Count)
    foreach ($record in $found) { $run.Outcomes.Remove($record.Id) }
    $cause = @($found | Where-Object { $_.Outcome -eq 'blocked' })
    if (-not $cause) { return & $Body }
    foreach ($record in $found) {
        $outcome, $behind = if ($record.Outcome -in 'deviates', 'after') { 'waiting', $cause[0].Id } else { $record.Outcome, $record.Behind }
        Add-Record $record.Id $record.Label $outcome $record.Why $behind
    }
}
