# The text of a file as it should be: with a line, or without it, and without others that match.
function Edit-FileLine([string] $Text, [string] $Line, [switch] $Absent, [string] $Pattern) {
    $mark = [regex]::Match($Text, '^\uFEFF?').Value
    $kept = [Collections.Generic.List[string]]::new()
    $place = -1
    $there = $false
    foreach ($one in [regex]::Matches($Text.Substring($mark.Length), '[^\r\n]*(\r\n|\n|\r)|[^\r\n]+')) {
        $is = $one.Value.TrimEnd([char[]]"`r`n")
        if (Test-Text $is $Line) {
            if ($Absent) { continue }
            $there = $true
        }
        elseif ($Pattern -and (Test-Match $is $Pattern)) {
            if ($Absent -or $place -ge 0) { continue }
            $place = $kept.Count
        }
        $kept.Add($one.Value)
    }
    if ($place -ge 0) {
        if ($there) { $kept.RemoveAt($place) } else { $kept[$place] = $Line + [regex]::Match($kept[$place], '[\r\n]*$').Value }
    }
    elseif (-not $Absent -and -not $there) {
        $end = Get-LineEnd $Text
        if ($kept.Count -gt 0 -and $kept[$kept.Count - 1] -notmatch '[\r\n]\z') { $kept.Add($end) }
        $kept.Add($Line + $end)
    }
    $mark + ($kept -join '')
}
