# Fixes an item and tests it again: fixed, failed, or waiting for a restart where the fix said that it needs one.
# The marks come before the fix: a run that is killed in the middle has changed something, too.
function Use-Fix {
    param([Parameter(Mandatory)] [string] $RemedyId, [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix)
    $RemedyChanged = 'Changed ' + (Get-SourceId $RemedyId)
    $RemedyKnown = $script:Remedy.Session.ContainsKey($RemedyChanged)
    $RemedyDue = "Due $RemedyId"
    $RemedyOwed = $script:Remedy.Session.ContainsKey($RemedyDue)
    $RemedyRestart = ''
    $RemedyBusy = $false
    try {
        Save-Mark -Name $RemedyChanged -Value (Get-ClockText) -Session
        #remedyc:only With
        Use-Frame
        #remedyc:end
        # one by one: a fix that needs a restart says so before it acts, where it knows
        & $RemedyFix | ForEach-Object {
            if (Test-RestartNeed $_) {
                $RemedyRestart = $_.Why
                Save-Mark -Name $RemedyDue -Value $RemedyRestart -Session
                Add-Journal 'Restart' $RemedyRestart
            }
        }
        $RemedyWhy = Measure-Reason -RemedyBlock $RemedyTest
        if ($RemedyWhy -ne '') { $RemedyWhy = "still so after the fix: $RemedyWhy" }
    }
    catch {
        $RemedyWhy = Get-FixFailure -Failure $_ -Label $RemedyLabel
        $RemedyBusy = Test-BusyFailure -Failure $_
        $RemedyRestart = ''
    }
    if ($RemedyRestart -ne '') { $script:Remedy.RestartNeeded = $true }
    if ($RemedyWhy -eq '') { return Add-Record $RemedyId $RemedyLabel 'fixed' $RemedyRestart }
    if ($RemedyRestart -ne '') {
        Save-Mark -Name "Restart $RemedyId" -Value (Get-ClockText) -Session
        # the item itself says so from now on
        Clear-SavedMark -Name $RemedyDue -Session
        return Add-Record $RemedyId $RemedyLabel 'restart' "waiting for restart: $RemedyRestart"
    }
    if (-not $RemedyKnown) { Clear-SavedMark -Name $RemedyChanged -Session }
    if (-not $RemedyOwed) { Clear-SavedMark -Name $RemedyDue -Session }
    Add-Record $RemedyId $RemedyLabel 'failed' $RemedyWhy -Busy:$RemedyBusy
}
