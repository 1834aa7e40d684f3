# Replaces %Variables% of a path by the folders that Windows itself names.
## Other variables come from the machine's registry, never from this process's environment.
## %TEMP% is that of SYSTEM, or the user's own for a remedy that runs as the user. Throws for a variable that this machine does not have.
function Expand-Path([string] $Path) {
    [regex]::Replace($Path, '%([^%]+)%', [Text.RegularExpressions.MatchEvaluator] {
            param($found)
            Get-PathVariable -Name $found.Groups[1].Value
        })
}
