# Gives nothing where a folder has each file of another one, byte by byte, else the reason.
function Test-DirectoryContentsOf([string] $Path, [string] $ContentsOf) {
    $why = Test-DirectoryPresence $Path
    if ($why) { return $why }
    $wrong = @(Find-ContentDeviation $Path $ContentsOf)
    if ($wrong.Count -gt 0) { "folder $(ConvertTo-Line $Path) does not have $($wrong.Count) files as $(ConvertTo-Line $ContentsOf) has them, the first: $(ConvertTo-Line $wrong[0].Name)" }
}
