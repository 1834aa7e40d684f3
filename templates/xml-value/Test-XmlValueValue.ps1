# The reason where an XML file does not have this value at a path, or another one, too.
function Test-XmlValueValue([string] $Path, [string] $Xpath, [string] $Value) {
    $places = @(Read-XmlPlace $Path $Xpath $Value)
    $wrong = @($places | Where-Object { $null -eq $_.Value -or -not (Test-Text $_.Value $Value) })
    if ($places.Count -gt 0 -and $wrong.Count -eq 0) { return }
    $is = if ($places.Count -eq 0 -or -not $wrong[0].IsThere) { 'is missing' } elseif ($null -eq $wrong[0].Value) { 'has elements or comments in it' } else { "is $(if ($wrong.Count -lt $places.Count) { 'also ' })'$(ConvertTo-Line $wrong[0].Value 100)'" }
    "$(ConvertTo-Line $Xpath) in $(ConvertTo-Line $Path) $is, it should be '$(ConvertTo-Line $Value 100)'"
}
