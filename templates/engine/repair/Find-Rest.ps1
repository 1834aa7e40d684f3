# Three failed runs in a row rest for a day: how many failed (Failed), and why nothing is fixed now (Rest). Another version or other parameters, or -Force, begin anew.
function Find-Rest {
    if ($Remedy.Bound['Force']) { foreach ($name in @(@($Remedy.Marks.Keys) -like 'Check *') + 'Failed') { $Remedy.Marks.Remove($name) } }
    if ([string]$Remedy.Marks['Failed'] -cnotmatch '\A(\S+) (\d{1,6}) (\S+) ([ -~]*)\z' -or $Matches[1] -cne (Get-Fingerprint)) { return }
    $Remedy.Failed = [int]$Matches[2]
    $age = Get-MarkAge $Matches[3]
    if ($Remedy.Failed -lt 3 -or $null -eq $age -or $age.TotalDays -ge 1) { return }
    $Remedy.Rest = "$($Matches[2]) runs failed in a row; not tried again for a day, or with -Force$(if ($Matches[4] -ne '') { "; the last one: $(ConvertTo-Line $Matches[4] -Limit 400)" })"
}
