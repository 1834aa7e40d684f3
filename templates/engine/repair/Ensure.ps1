# The one decision: test, what keeps it from being fixed, ShouldProcess, fix, test again.
## After: items whose fix changes what this one reads. Needs: items that provide it. What does not hold only because something before it is not done yet waits for that, and is no cause of
## its own. Skip, Else: what follows where the fix cannot be tried, or has not helped.
## Fixed, failed, or waiting for a restart where the fix said that it needs one.
function Ensure(
    [string] $Id, [string] $Label, [scriptblock] $Test, [scriptblock] $Fix, [scriptblock] $Blocker
    #remedyc:only Ensure.Else
    , [scriptblock] $Skip, [scriptblock] $Else
    #remedyc:end
    #remedyc:only Ensure.After
    , [string[]] $After, [string[]] $Needs
    #remedyc:end
) {
    #remedyc:only Ensure.After
    if (Test-Forecast $Id $Label ($After + $Needs)) { return }
    #remedyc:end
    $unread = $false
    try { $why = "$(& $Test)" }
    catch {
        $unread = $true
        $why = "'$Label' cannot be read: $(Get-FailureText $_)"
    }
    if (-not $why) { return Add-Record $Id $Label 'ok' }
    $behind = $Remedy.Halt
    #remedyc:only Ensure.After
    if (-not $behind) { $behind = Find-Outcome ($After + $Needs) 'failed', 'restart', 'waiting', 'deviates' }
    if (-not $behind) { $behind = Find-Outcome $Needs 'blocked' }
    #remedyc:end
    if ($behind) { return Add-Record $Id $Label 'waiting' $why $behind }
    if ($unread) { return Add-Record $Id $Label 'blocked' $why }
    #remedyc:only NeedsRestart
    if ($Remedy.Session.ContainsKey("Restart $Id")) { return Add-Record $Id $Label 'restart' "waiting for restart: $why" }
    #remedyc:end
    try {
        #remedyc:only Ensure.Else
        $found = 'whether it can be fixed'
        if ($Skip -and -not $Remedy.Rest -and (Measure-Condition $Skip)) { return Use-Else $Id $Label $Test $Else $why }
        #remedyc:end
        $found = 'what stands in the way of a fix'
        $found = if ($Remedy.Rest) { $Remedy.Rest } elseif ($Blocker) { "$(& $Blocker)" }
    }
    catch { $found += " cannot be read: $(Get-FailureText $_)" }
    if ($found) { return Add-Record $Id $Label 'blocked' "${why}: $found" }
    #remedyc:only Reboot
    if ($null -ne $Remedy.Armed) {
        Request-Restart $Remedy.Armed.Id $Remedy.Armed.Label $Remedy.Armed.Step
        return Add-Record $Id $Label 'waiting' $why $Remedy.Halt
    }
    #remedyc:end
    $text = "${Id}: $Label ($why)"
    #remedyc:only Ensure.Else
    if ($Else) { $text += "; where that does not help, what follows its 'else'" }
    #remedyc:end
    if (-not (Test-Approval $text)) { return Add-Record $Id $Label 'deviates' "$(if (-not $Remedy.Preview) { 'declined: ' })$why" }
    #remedyc:only NeedsRestart
    $Remedy.Item = $Id
    $Remedy.Restart = ''
    $owed = $Remedy.Session.ContainsKey("Due $Id")
    #remedyc:end
    #remedyc:only Reboot Test-Changed
    $changed = "Changed $($Id.Split('[')[0])"
    $known = $Remedy.Session.ContainsKey($changed)
    #remedyc:end
    #remedyc:only Get-BusyFailure
    $busy = $false
    #remedyc:end
    try {
        #remedyc:only Reboot Test-Changed
        # before the fix: a run that is killed in the middle has changed something, too
        Save-Mark $changed (Get-ClockText) -Session
        #remedyc:end
        #remedyc:only With
        Use-Frame
        #remedyc:end
        #remedyc:only Invoke-Installer
        # what an installer returned and the remedy takes for success
        $Remedy['Told'] = ''
        #remedyc:end
        $null = & $Fix
        $why = "$(& $Test)"
        if ($why) { $why = "still so after the fix: $why" }
        #remedyc:only Invoke-Installer
        if ($why) { $why += $Remedy.Told }
        #remedyc:end
    }
    catch {
        $why = Get-FailureText $_
        $cause = $_.Exception.GetBaseException()
        $isOurs = $cause -is [Management.Automation.RuntimeException]
        #remedyc:only Invoke-Program
        $isOurs = $isOurs -or ($cause -is [ComponentModel.Win32Exception] -and $cause.Message -cne [ComponentModel.Win32Exception]::new(([ComponentModel.Win32Exception]$cause).NativeErrorCode).Message)
        #remedyc:end
        # what Windows and .NET say ('Access is denied') need not name the thing
        if (-not $isOurs) { $why = "${Label}: $why" }
        #remedyc:only NeedsRestart
        $Remedy.Restart = ''
        #remedyc:end
        #remedyc:only Get-BusyFailure
        $busy = Test-BusyFailure $_
        #remedyc:end
    }
    #remedyc:only NeedsRestart
    if ($Remedy.Restart) {
        $Remedy.RestartNeeded = $true
        if (-not $why) { return Add-Record $Id $Label 'fixed' $Remedy.Restart }
        Save-Mark "Restart $Id" (Get-ClockText) -Session
        # the item itself says so from now on
        Clear-SavedMark "Due $Id" -Session
        return Add-Record $Id $Label 'restart' "waiting for restart: $($Remedy.Restart)"
    }
    #remedyc:end
    if (-not $why) { return Add-Record $Id $Label 'fixed' }
    #remedyc:only Reboot Test-Changed
    if (-not $known) { Clear-SavedMark $changed -Session }
    #remedyc:end
    #remedyc:only NeedsRestart
    if (-not $owed) { Clear-SavedMark "Due $Id" -Session }
    #remedyc:end
    #remedyc:only Get-BusyFailure
    # another installation that is under way is no reason for what follows 'else'
    if ($busy) { return Add-Record $Id $Label 'failed' $why -Busy }
    #remedyc:end
    #remedyc:only Ensure.Else
    if ($Else) { return Use-Else $Id $Label $Test $Else $why }
    #remedyc:end
    Add-Record $Id $Label 'failed' $why
}
