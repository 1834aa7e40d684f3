# Looks at what takes something away as with -WhatIf first: while something of it is blocked, nothing is changed.
## What takes something away that the remedy brings again is looked at as a whole, as with -WhatIf, before the first thing goes: while something of it is blocked, nothing of it is changed.
function Together([scriptblock] $RemedyBody) {
    $RemedyRun = $Remedy
    $RemedyFirst = $RemedyRun.Records.Count
    $Remedy = $RemedyRun.Clone()
    $Remedy.Preview = $true
    $Remedy.Log = ''
    $Remedy.Armed = $null
    $Remedy.Cmdlet = Add-Member -InputObject ([pscustomobject]@{}) -MemberType ScriptMethod -Name ShouldProcess -Value { $false } -PassThru
    try { $null = & $RemedyBody } finally { $Remedy = $RemedyRun }
    $RemedyFound = @($RemedyRun.Records | Select-Object -Skip $RemedyFirst)
    $RemedyRun.Records.RemoveRange($RemedyFirst, $RemedyFound.Count)
    foreach ($RemedyRecord in $RemedyFound) { $RemedyRun.Outcomes.Remove($RemedyRecord.Id) }
    $RemedyCause = @($RemedyFound | Where-Object { $_.Outcome -eq 'blocked' })
    if ($RemedyCause.Count -eq 0) { return & $RemedyBody }
    foreach ($RemedyRecord in $RemedyFound) {
        if ($RemedyRecord.Outcome -in 'deviates', 'after') { Add-Record $RemedyRecord.Id $RemedyRecord.Label 'waiting' $RemedyRecord.Why $RemedyCause[0].Id }
        else { Add-Record $RemedyRecord.Id $RemedyRecord.Label $RemedyRecord.Outcome $RemedyRecord.Why $RemedyRecord.Behind }
    }
}
