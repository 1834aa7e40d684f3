# Fixes an item and tests it again: fixed, failed, or waiting for a restart where the fix said that it needs one.
function Use-Fix {
    param(
        [string] $RemedyId, [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix
        #remedyc:only Ensure.Else
        , [scriptblock] $RemedyElse
        #remedyc:end
    )
    $RemedyBusy = $false
    #remedyc:only NeedsRestart
    $Remedy.Item = $RemedyId
    $Remedy.Restart = ''
    $RemedyOwed = $Remedy.Session.ContainsKey("Due $RemedyId")
    #remedyc:end
    #remedyc:only Reboot Test-Changed
    $RemedyChanged = 'Changed ' + (Get-SourceId $RemedyId)
    $RemedyKnown = $Remedy.Session.ContainsKey($RemedyChanged)
    #remedyc:end
    try {
        #remedyc:only Reboot Test-Changed
        # before the fix: a run that is killed in the middle has changed something, too
        Save-Mark $RemedyChanged (Get-ClockText) -Session
        #remedyc:end
        #remedyc:only With
        Use-Frame
        #remedyc:end
        #remedyc:only Invoke-Installer
        # what an installer returned and the remedy takes for success
        $Remedy['Told'] = ''
        #remedyc:end
        $null = & $RemedyFix
        $RemedyWhy = Measure-Reason $RemedyTest
        if ($RemedyWhy -ne '') { $RemedyWhy = "still so after the fix: $RemedyWhy" }
        #remedyc:only Invoke-Installer
        if ($RemedyWhy -ne '') { $RemedyWhy += $Remedy.Told }
        #remedyc:end
    }
    catch {
        $RemedyWhy = Get-FailureText $_
        # what Windows and .NET say ('Access is denied') need not name the thing, so the item's label does; a reason that we give names it
        $RemedyCause = $_.Exception.GetBaseException()
        #remedyc:only Get-BusyFailure
        $RemedyBusy = Test-BusyFailure $_
        #remedyc:end
        if (-not $RemedyBusy -and $RemedyCause -isnot [Management.Automation.RuntimeException] -and ($RemedyCause -isnot [ComponentModel.Win32Exception] -or $RemedyCause.Message -ceq [ComponentModel.Win32Exception]::new(([ComponentModel.Win32Exception]$RemedyCause).NativeErrorCode).Message)) { $RemedyWhy = "${RemedyLabel}: $RemedyWhy" }
        #remedyc:only NeedsRestart
        $Remedy.Restart = ''
        #remedyc:end
    }
    #remedyc:only NeedsRestart
    if ($Remedy.Restart -ne '') {
        $Remedy.RestartNeeded = $true
        if ($RemedyWhy -eq '') { return Add-Record $RemedyId $RemedyLabel 'fixed' $Remedy.Restart }
        Save-Mark "Restart $RemedyId" (Get-ClockText) -Session
        # the item itself says so from now on
        Clear-SavedMark "Due $RemedyId" -Session
        return Add-Record $RemedyId $RemedyLabel 'restart' "waiting for restart: $($Remedy.Restart)"
    }
    #remedyc:end
    if ($RemedyWhy -eq '') { return Add-Record $RemedyId $RemedyLabel 'fixed' }
    #remedyc:only Reboot Test-Changed
    if (-not $RemedyKnown) { Clear-SavedMark $RemedyChanged -Session }
    #remedyc:end
    #remedyc:only NeedsRestart
    if (-not $RemedyOwed) { Clear-SavedMark "Due $RemedyId" -Session }
    #remedyc:end
    #remedyc:only Ensure.Else
    # another installation that is under way is no reason for what follows
    if ($null -ne $RemedyElse -and -not $RemedyBusy) { return Use-Else $RemedyId $RemedyLabel $RemedyTest $RemedyElse $RemedyWhy }
    #remedyc:end
    Add-Record $RemedyId $RemedyLabel 'failed' $RemedyWhy -Busy:$RemedyBusy
}
