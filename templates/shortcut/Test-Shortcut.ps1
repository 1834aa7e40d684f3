# Gives nothing where a shortcut is there and holds this, else the reason.
function Test-Shortcut([string] $Path, [string] $Target, [string] $Arguments, [string] $WorkingDirectory, [string] $Icon, [int] $IconIndex, [string] $Description) {
    $null = $Target, $Arguments, $WorkingDirectory, $Icon, $IconIndex, $Description
    $shown = "shortcut $(ConvertTo-Line $Path)"
    $now = Read-ShortcutLink $Path
    if ($null -eq $now) { return "$shown is missing" }
    $wrong = @(foreach ($name in 'Target', 'Arguments', 'WorkingDirectory', 'Icon', 'IconIndex', 'Description') {
            if (-not $PSBoundParameters.ContainsKey($name)) { continue }
            $is = "$($now.$name)"
            $wish = "$($PSBoundParameters[$name])"
            if (-not (Test-Text $is $wish -IgnoreCase:($name -in 'Target', 'WorkingDirectory', 'Icon'))) { "$(($name -creplace '(?<=.)[A-Z]', ' $0').ToLowerInvariant()) '$(ConvertTo-Line $is)', it should be '$(ConvertTo-Line $wish)'" }
        })
    if ($wrong.Count -gt 0) { "$shown has the $($wrong -join ', and the ')" }
}
