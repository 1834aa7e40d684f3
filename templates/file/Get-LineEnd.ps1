# How the lines of a text end.
function Get-LineEnd([string] $Text) {
    $end = [regex]::Match($Text, '\r\n|\n|\r').Value
    if ($end) { $end } else { "`r`n" }
}
