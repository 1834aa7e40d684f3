# Three failed runs rest for a day; another version, parameters, or -Force begin anew.
## Failed: how many failed; Rest: why nothing is fixed now. A clock set back does no harm: the distance counts, whichever lies ahead, and texts of this form are in the order of their times; a time that is none is a lost mark.
function Find-Rest {
    #remedyc:only Role.Standalone
    if ($Remedy.Bound['Force']) {
        foreach ($name in @($Remedy.Marks.Keys) -like 'Check *') { $Remedy.Marks.Remove($name) }
        return
    }
    #remedyc:end
    if ([string]$Remedy.Marks['Failed'] -cnotmatch '\A(\S+) (\d{1,6}) (\d[-\dT:.Z]+) ([ -~]*)\z' -or $Matches[1] -cne $Remedy.Fingerprint) { return }
    $Remedy.Failed = [int]$Matches[2]
    $from, $to = foreach ($days in -1, 1) { (Get-Clock).AddDays($days).ToString('o') }
    if ($Remedy.Failed -ge 3 -and $Matches[3] -gt $from -and $Matches[3] -lt $to) {
        $Remedy.Rest = "$($Remedy.Failed) runs failed in a row; not tried again for a day, or with -Force$(if ($Matches[4]) { "; the last one: $(ConvertTo-Line $Matches[4] 400)" })"
    }
}
