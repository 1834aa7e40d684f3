# Fixes an item and tests it again.
## Fixed, failed, or waiting for a restart where the fix said that it needs one.
function Use-Fix {
    param(
        [string] $RemedyId, [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix
        #remedyc:only Ensure.Else
        , [scriptblock] $RemedyElse
        #remedyc:end
    )
    #remedyc:only NeedsRestart
    $Remedy.Item = $RemedyId
    $Remedy.Restart = ''
    $RemedyOwed = $Remedy.Session.ContainsKey("Due $RemedyId")
    #remedyc:end
    #remedyc:only Reboot Test-Changed
    $RemedyChanged = "Changed $($RemedyId.Split('[')[0])"
    $RemedyKnown = $Remedy.Session.ContainsKey($RemedyChanged)
    #remedyc:end
    #remedyc:only Get-BusyFailure
    $RemedyBusy = $false
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
        $RemedyWhy = "$(& $RemedyTest)"
        if ($RemedyWhy) { $RemedyWhy = "still so after the fix: $RemedyWhy" }
        #remedyc:only Invoke-Installer
        if ($RemedyWhy) { $RemedyWhy += $Remedy.Told }
        #remedyc:end
    }
    catch {
        $RemedyWhy = Get-FailureText $_
        $RemedyCause = $_.Exception.GetBaseException()
        $RemedyOwn = $RemedyCause -is [Management.Automation.RuntimeException]
        #remedyc:only Invoke-Program
        $RemedyOwn = $RemedyOwn -or ($RemedyCause -is [ComponentModel.Win32Exception] -and $RemedyCause.Message -cne [ComponentModel.Win32Exception]::new(([ComponentModel.Win32Exception]$RemedyCause).NativeErrorCode).Message)
        #remedyc:end
        # what Windows and .NET say ('Access is denied') need not name the thing; a reason of ours does
        if (-not $RemedyOwn) { $RemedyWhy = "${RemedyLabel}: $RemedyWhy" }
        #remedyc:only NeedsRestart
        $Remedy.Restart = ''
        #remedyc:end
        #remedyc:only Get-BusyFailure
        $RemedyBusy = Test-BusyFailure $_
        #remedyc:end
    }
    #remedyc:only NeedsRestart
    if ($Remedy.Restart) {
        $Remedy.RestartNeeded = $true
        if (-not $RemedyWhy) { return Add-Record $RemedyId $RemedyLabel 'fixed' $Remedy.Restart }
        Save-Mark "Restart $RemedyId" (Get-ClockText) -Session
        # the item itself says so from now on
        Clear-SavedMark "Due $RemedyId" -Session
        return Add-Record $RemedyId $RemedyLabel 'restart' "waiting for restart: $($Remedy.Restart)"
    }
    #remedyc:end
    if (-not $RemedyWhy) { return Add-Record $RemedyId $RemedyLabel 'fixed' }
    #remedyc:only Reboot Test-Changed
    if (-not $RemedyKnown) { Clear-SavedMark $RemedyChanged -Session }
    #remedyc:end
    #remedyc:only NeedsRestart
    if (-not $RemedyOwed) { Clear-SavedMark "Due $RemedyId" -Session }
    #remedyc:end
    #remedyc:only Get-BusyFailure
    # another installation that is under way is no reason for what follows 'else'
    if ($RemedyBusy) { return Add-Record $RemedyId $RemedyLabel 'failed' $RemedyWhy -Busy }
    #remedyc:end
    #remedyc:only Ensure.Else
    if ($RemedyElse) { return Use-Else $RemedyId $RemedyLabel $RemedyTest $RemedyElse $RemedyWhy }
    #remedyc:end
    Add-Record $RemedyId $RemedyLabel 'failed' $RemedyWhy
}
