# The reason where a file does not have a line, or (Absent) has it, or has others that match.
function Test-FileLine([string] $Path, [string] $Line, [switch] $Absent, [string] $Pattern) {
    $file = Read-TextFile $Path $Line
    $shown = "file $(ConvertTo-Line $Path)"
    if ($null -eq $file) { if (-not $Absent) { "$shown is missing" } }
    elseif (Test-Text (Edit-FileLine $file.Text $Line -Absent:$Absent $Pattern) $file.Text) { return }
    elseif ($Absent) { "$shown has the line '$(ConvertTo-Line $Line)'$(if ($Pattern) { ' or one that matches' })" }
    elseif (Test-Text (Edit-FileLine $file.Text $Line) $file.Text) { "$shown has another line that matches, beside '$(ConvertTo-Line $Line)'" }
    else { "$shown does not have the line '$(ConvertTo-Line $Line)'" }
}
