# 'reboot when': asks for a restart when the condition holds and something above was fixed.
## While nothing was, the next item that would be fixed makes it ask. Never twice for one cause: when Windows has restarted since it asked and the condition still holds, it warns, and the walk goes on.
function Reboot([string] $RemedyId, [string] $RemedyText, [scriptblock] $RemedyCondition, [Alias('After')] [string[]] $RemedyAfter) {
    $RemedyLabel = "reboot when $RemedyText"
    if ($Remedy.Halt -ne '' -or (Test-Forecast $RemedyId $RemedyLabel $RemedyAfter)) { return }
    try { $RemedyHolds = Measure-Condition $RemedyCondition } catch { return Add-Record $RemedyId $RemedyLabel 'blocked' "'$RemedyText' cannot be read: $(Get-FailureText $_)" }
    if (-not $RemedyHolds) {
        # no longer due
        if (-not $Remedy.Preview) { foreach ($RemedySession in $false, $true) { Clear-SavedMark "Asked $RemedyId" -Session:$RemedySession } }
    }
    elseif (Test-Changed $RemedyId) { Request-Restart $RemedyId $RemedyLabel }
    # it asked, and Windows has restarted since: the mark that lives until then is gone
    elseif ($Remedy.Marks.ContainsKey("Asked $RemedyId") -and -not $Remedy.Session.ContainsKey("Asked $RemedyId")) { Write-Remark "warning: still so after the restart that was asked for: $RemedyText" $RemedyId }
    elseif ($null -eq $Remedy.Armed) { $Remedy.Armed = @{ Id = $RemedyId; Label = $RemedyLabel; Step = $Remedy.Step } }
}
