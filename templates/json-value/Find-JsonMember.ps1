# Where a JSON Pointer leads in a JSON text: Member (nothing where there is none), Holder, the last value on the way, and Missing, the names behind it.
function Find-JsonMember([string] $Text, [string] $Pointer) {
    $found = [pscustomobject]@{ Member = $null; Holder = Read-JsonTree $Text; Missing = @($Pointer.Substring(1).Split([char]'/') | ForEach-Object { $_.Replace('~1', '/').Replace('~0', '~') }) }
    while ($true) {
        # of a name that is there twice the last one counts
        $member = $null
        foreach ($one in $found.Holder.Members) { if (Test-Text $one.Name $found.Missing[0]) { $member = $one } }
        if ($null -eq $member) { return $found }
        if ($found.Missing.Count -eq 1) {
            $found.Member = $member
            return $found
        }
        $found.Holder = $member.Value
        $found.Missing = @($found.Missing | Select-Object -Skip 1)
    }
}
