# Repairs an item and tests it again: fixed, failed, or waiting for a restart when the repair said that it needs one.
function Use-Repair {
    param(
        [Parameter(Mandatory)] [hashtable] $RemedyItem,
        [Parameter(Mandatory)] [scriptblock] $RemedyTest,
        [Parameter(Mandatory)] [scriptblock] $RemedyRepair
    )
    $RemedyMark = 'Changed ' + (Get-SourceId $RemedyItem.Id)
    $RemedyKnown = $script:Remedy.Session.ContainsKey($RemedyMark)
    $RemedyDue = 'Due ' + $RemedyItem.Id
    $RemedyOwed = $script:Remedy.Session.ContainsKey($RemedyDue)
    $RemedyRestart = ''
    try {
        # before the repair: a run that is killed in the middle has changed something too
        Save-Mark -Name $RemedyMark -Value (Get-ClockText) -Session
        #remedyc:only With
        Use-Frame
        #remedyc:end
        # one by one: a repair that needs a restart says so before it acts, where it knows
        & $RemedyRepair | ForEach-Object {
            if (Test-RestartNeed $_) {
                $RemedyRestart = $_.Why
                Save-Mark -Name $RemedyDue -Value $RemedyRestart -Session
            }
        }
        $RemedyWhy = ''
    }
    catch {
        $RemedyWhy = Get-RepairFailure -Failure $_ -Label $RemedyItem.Label
        $RemedyItem['Busy'] = Test-BusyFailure -Failure $_
    }
    $RemedyVerdict = if ($RemedyWhy -ne '') { [pscustomobject]@{ RemedycVerdict = 'failed'; Why = $RemedyWhy } } else { Measure-Verdict -RemedyLabel $RemedyItem.Label -RemedyTest $RemedyTest }
    if ($RemedyVerdict.RemedycVerdict -eq 'holds') {
        if ($RemedyRestart -ne '') { $script:Remedy.RestartNeeded = $true }
        Write-Record -Item $RemedyItem -Outcome 'fixed' -Why $RemedyRestart
    }
    elseif ($RemedyVerdict.RemedycVerdict -eq 'deviates' -and $RemedyRestart -ne '') {
        $script:Remedy.RestartNeeded = $true
        Save-Mark -Name ('Restart ' + $RemedyItem.Id) -Value (Get-ClockText) -Session
        # the item itself says so from now on
        Clear-SavedMark -Name $RemedyDue -Session
        Write-Trouble -Item $RemedyItem -Outcome 'restart' -Why ('waiting for restart: ' + $RemedyRestart)
    }
    else {
        if (-not $RemedyKnown) { Clear-SavedMark -Name $RemedyMark -Session }
        if (-not $RemedyOwed) { Clear-SavedMark -Name $RemedyDue -Session }
        $RemedyPrefix = if ($RemedyWhy -ne '') { '' } else { 'still so after the fix: ' }
        Write-Trouble -Item $RemedyItem -Outcome 'failed' -Why ($RemedyPrefix + $RemedyVerdict.Why)
    }
}
