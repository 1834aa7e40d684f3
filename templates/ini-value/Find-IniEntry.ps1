# Where a key stands in an ini file: Entries, each with its Value, where that stands and the whole line; and End, behind which one would be added (-1: there is no such section).
## GetPrivateProfileString of Windows: names ignore case, blanks around '=' do not count, a semicolon begins a comment. Of sections of the same name all count, and the first takes what is added.
function Find-IniEntry([string] $Text, [string] $Section, [string] $Key) {
    $blanks = [char[]]" `t"
    $entries = [Collections.Generic.List[object]]::new()
    $inside = -not $Section
    $closed = $false
    $end = if ($inside) { [regex]::Match($Text, '\A\uFEFF?').Length } else { -1 }
    foreach ($line in [regex]::Matches($Text, '(?<mark>\A\uFEFF)?(?<key>[^\r\n=]*)(?<sign>=)?(?<value>[^\r\n]*)(\r\n|\n|\r|\z)')) {
        if ($line.Length -eq 0) { continue }
        $name = $line.Groups['key'].Value.Trim($blanks)
        $value = $line.Groups['value'].Value
        $behind = $line.Index + $line.Length
        if ("$name$($line.Groups['sign'].Value)$value" -match '^\[([^\]]*)\]') {
            $closed = $closed -or $inside
            $inside = [bool]$Section -and (Test-Text $Matches[1].Trim($blanks) $Section -IgnoreCase)
            if ($inside -and -not $closed) { $end = $behind }
        }
        elseif ($inside -and $name -notmatch '^([;#]|$)') {
            if (-not $closed) { $end = $behind }
            if (-not (Test-Text $name $Key -IgnoreCase)) { continue }
            $at = $line.Groups['value'].Index + $value.Length - $value.TrimStart($blanks).Length
            $entries.Add([pscustomobject]@{ Value = $value.Trim($blanks); HasSign = $line.Groups['sign'].Success; At = $at; Line = $line.Index + $line.Groups['mark'].Length; Behind = $behind })
        }
    }
    [pscustomobject]@{ Entries = $entries; End = $end }
}
