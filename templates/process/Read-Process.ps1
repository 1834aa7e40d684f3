# One property of the running processes of a program: exists, count, path, version.
## Else $null), version of that file.
function Read-Process([string] $Name, [string] $Property) {
    $running = @(Find-NamedProcess -Name $Name)
    if ($Property -eq 'exists') { return $running.Count -gt 0 }
    if ($running.Count -eq 0) { return }
    if ($Property -eq 'count') { return $running.Count }
    $paths = @($running | ForEach-Object { $_.Path } | Sort-Object -Unique)
    if ($paths.Count -ne 1 -or [string]::IsNullOrEmpty($paths[0])) { return }
    if ($Property -eq 'path') { return $paths[0] }
    if ($Property -eq 'version') { Get-FileVersion -Path $paths[0] }
}
