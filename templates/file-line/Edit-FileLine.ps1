# The text of a file (Read-LineFile) as it should be: with a line, or without it, and without others that match.
function Edit-FileLine([object] $File, [string] $Line, [switch] $Absent, [string] $Pattern) {
    $wanted = if ($File.Wide) { $Line } else { $File.Encoding.GetString([Text.Encoding]::UTF8.GetBytes($Line)) }
    $mark = [regex]::Match($File.Text, '^(\uFEFF|\xEF\xBB\xBF)?').Value
    $kept = [Collections.Generic.List[string]]::new()
    $place = -1
    $there = $false
    foreach ($one in [regex]::Matches($File.Text.Substring($mark.Length), '[^\r\n]*(\r\n|\n|\r)|[^\r\n]+')) {
        $is = $one.Value.TrimEnd([char[]]"`r`n")
        if (Test-Text $is $wanted) {
            if ($Absent) { continue }
            $there = $true
        }
        elseif ($Pattern -and (Test-Match $(if ($File.Wide) { $is } else { [Text.Encoding]::UTF8.GetString($File.Encoding.GetBytes($is)) }) $Pattern)) {
            if ($Absent -or $place -ge 0) { continue }
            $place = $kept.Count
        }
        $kept.Add($one.Value)
    }
    if ($place -ge 0) {
        if ($there) { $kept.RemoveAt($place) } else { $kept[$place] = $wanted + [regex]::Match($kept[$place], '[\r\n]*$').Value }
    }
    elseif (-not $Absent -and -not $there) {
        $end = [regex]::Match($File.Text, '\r\n|\n|\r').Value
        if (-not $end) { $end = "`r`n" }
        if ($kept.Count -gt 0 -and $kept[$kept.Count - 1] -notmatch '[\r\n]\z') { $kept.Add($end) }
        $kept.Add($wanted + $end)
    }
    $mark + ($kept -join '')
}
