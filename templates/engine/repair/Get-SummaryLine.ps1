# Gives the summary: one line of at most 2,048 ASCII characters, which is what Intune shows; cut between parts.
function Get-SummaryLine([string] $Outcome, [string[]] $Part) {
    # what was walked: items, not the guards around them
    $items = @($Remedy.Records | Where-Object { $_.Id -ne $_.Step })
    $fixed = @($items | Where-Object { $_.Outcome -eq 'fixed' } | ForEach-Object { $_.Step })
    $word = if ($fixed.Count -gt 0 -and $Outcome -in 'compliant', 'restart') { 'FIXED' } elseif ($Outcome -eq 'busy') { 'FAILED' } else { $Outcome.ToUpperInvariant() }
    $line = "$word $($Remedy.Name) $($Remedy.Version) | "
    if ($word -eq 'NONCOMPLIANT') { $line += "$(@($items | Where-Object { $_.Outcome -eq 'deviates' }).Count) of $($items.Count): " }
    if ($word -eq 'COMPLIANT') { $Part = "$(if ($items.Count -eq 1) { '1 check' } else { "$($items.Count) checks" }) in $('{0:0.0}' -f (((Get-Tick) - $Remedy.Started) / 1000)) s" }
    $done = @(
        if ($fixed.Count -gt 0) { "$($fixed.Count) of $($items.Count) fixed: $(@($fixed | Select-Object -Unique) -join ', ')" }
        if ($Remedy.RestartNeeded) { 'restart needed' }
    )
    $parts = @(if ($word -eq 'FIXED') { $done; $Part } else { $Part; $done }; $Remedy.Remarks)
    for ($index = 0; $index -lt $parts.Count; $index++) {
        $left = $parts.Count - $index - 1
        $next = $(if ($index -gt 0) { '; ' }) + $parts[$index]
        if ($line.Length + $next.Length + $(if ($left -gt 0) { "; and $left more".Length }) -gt 2048) { return "$line; and $($left + 1) more" }
        $line += $next
    }
    $line
}
