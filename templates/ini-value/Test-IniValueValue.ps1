# The reason where an ini file does not give a key this value, or another one, too.
function Test-IniValueValue([string] $Path, [string] $Section, [string] $Key, [string] $Value) {
    $entries = @(Read-IniEntry $Path $Section $Key $Value)
    $wrong = @($entries | Where-Object { -not $_.HasSign -or -not (Test-Text $_.Value $Value) })
    if ($wrong.Count -eq 0 -and $entries.Count -gt 0) { return }
    $is = if ($entries.Count -eq 0) { 'is missing' } elseif ($wrong.Count -lt $entries.Count) { "is also '$(ConvertTo-Line $wrong[0].Value)'" } else { "is '$(ConvertTo-Line $wrong[0].Value)'" }
    "$(Get-IniLabel $Path $Section $Key) $is, it should be '$(ConvertTo-Line $Value)'"
}
