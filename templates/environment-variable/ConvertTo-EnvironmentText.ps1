# A list variable's text with those of Includes, and without those of Excludes.
## A list variable's text with those of Includes that it lacks behind its own entries, and without those of Excludes; all else stays as it is.
## Entries are compared ignoring case and a backslash at their end, with the variables in them expanded where this machine has them.
function ConvertTo-EnvironmentText {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text, [string[]] $Includes = @(), [string[]] $Excludes = @())
    $plain = {
        param($entry)
        $path = $entry.Trim()
        # Expand-Path throws for a variable that this machine does not have
        if ($path.Contains('%')) { try { $path = Expand-Path $path } catch { $path = $entry.Trim() } }
        $path.TrimEnd('\').ToUpperInvariant()
    }
    $unwanted = @(foreach ($entry in $Excludes) { & $plain $entry })
    $kept = @(foreach ($entry in $Text.Split(';')) { if ([Array]::IndexOf($unwanted, (& $plain $entry)) -lt 0) { $entry } })
    $there = @(foreach ($entry in $kept) { & $plain $entry })
    $result = $kept -join ';'
    foreach ($entry in $Includes) {
        if ([Array]::IndexOf($there, (& $plain $entry)) -ge 0) { continue }
        $there += & $plain $entry
        $result += $(if ($result -notmatch '(^|;)$') { ';' }) + $entry
    }
    $result
}
