# A JSON text without the members that a pointer names; comments stay.
function Clear-JsonMember([string] $Text, [string] $Pointer) {
    # each time is read anew: a file that somebody fills with one name must not take hours
    for ($left = 20; $true; $left--) {
        $found = Find-JsonMember $Text $Pointer
        if ($null -eq $found.Member) { return $Text }
        if ($left -eq 0) { throw 'it is there more than 20 times' }
        $all = $found.Holder.Members
        $start = $found.Member.Start
        $stop = $found.Member.Value.End
        $comma = $found.Member.Comma
        if ($comma -ge 0 -and $Text.Substring($stop, $comma - $stop).Trim() -eq '') { $stop = $comma + 1 }
        elseif ($comma -ge 0) { $Text = $Text.Remove($comma, 1) }
        # its line goes with it where nothing else stands there
        $before = [regex]::Match($Text.Substring(0, $start), '(?<=\A\uFEFF?|[\r\n])[ \t]*\z')
        $after = [regex]::Match($Text.Substring($stop), '\A[ \t]*(\r\n|\n|\r)')
        if ($before.Success -and $after.Success) {
            $start = $before.Index
            $stop += $after.Length
        }
        elseif ($comma -ge 0) { $stop += [regex]::Match($Text.Substring($stop), '\A[ \t]*').Length }
        else { $start = [regex]::Match($Text.Substring(0, $start), '[ \t]*\z').Index }
        $Text = $Text.Remove($start, $stop - $start)
        # the comma before the last one is before nothing now
        if ($comma -lt 0 -and $all.Count -gt 1) { $Text = $Text.Remove($all[$all.Count - 2].Comma, 1) }
    }
}
