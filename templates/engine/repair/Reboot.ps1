# 'reboot when': asks for a restart where something above was fixed.
## While nothing was, the next item that would be fixed makes it ask. Never twice for one cause: when Windows has restarted since it asked and the condition still holds, it warns, and the walk goes on.
function Reboot(
    [string] $Id, [string] $Text, [scriptblock] $Condition
    #remedyc:only Condition.After
    , [string[]] $After
    #remedyc:end
) {
    $label = "reboot when $Text"
    if ($Remedy.Halt) { return }
    #remedyc:only Condition.After
    if (Test-Forecast $Id $label $After) { return }
    #remedyc:end
    try { $holds = Measure-Condition $Condition } catch { return Add-Record $Id $label 'blocked' "'$Text' cannot be read: $(Get-FailureText $_)" }
    if (-not $holds) {
        # no longer due
        if (-not $Remedy.Preview) { foreach ($session in $false, $true) { Clear-SavedMark "Asked $Id" -Session:$session } }
    }
    elseif (Test-Changed $Id) { Request-Restart $Id $label }
    # it asked, and Windows has restarted since: the mark that lives until then is gone
    elseif ($Remedy.Marks.ContainsKey("Asked $Id") -and -not $Remedy.Session.ContainsKey("Asked $Id")) { Write-Remark "warning: still so after the restart that was asked for: $Text" $Id }
    elseif ($null -eq $Remedy.Armed) { $Remedy.Armed = @{ Id = $Id; Label = $label; Step = $Remedy.Step } }
}
