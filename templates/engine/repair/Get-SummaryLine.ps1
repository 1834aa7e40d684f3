# Gives the summary: one line of at most 2,048 ASCII characters, which is what Intune shows; cut between parts.
function Get-SummaryLine {
    param([Parameter(Mandatory)] [string] $Outcome, [AllowEmptyCollection()] [string[]] $Part)
    # what was walked: items, not the guards around them
    $items = @($script:Remedy.Records | Where-Object { $_.Id -ne $_.Step })
    $fixed = @($items | Where-Object { $_.Outcome -eq 'fixed' })
    $word = switch ($Outcome) {
        'compliant' { if ($fixed.Count -eq 0) { 'COMPLIANT' } else { 'FIXED' } }
        'restart' { if ($fixed.Count -eq 0) { 'RESTART' } else { 'FIXED' } }
        'busy' { 'FAILED' }
        default { $Outcome.ToUpperInvariant() }
    }
    $line = "$word $($script:Remedy.Name) $($script:Remedy.Version) | "
    if ($word -eq 'NONCOMPLIANT') { $line += "$(@($items | Where-Object { $_.Outcome -eq 'deviates' }).Count) of $($items.Count): " }
    $done = @(
        if ($fixed.Count -gt 0) { "$($fixed.Count) of $($items.Count) fixed: $(@($fixed | ForEach-Object { $_.Step } | Select-Object -Unique) -join ', ')" }
        if ($script:Remedy.RestartNeeded) { 'restart needed' }
    )
    if ($word -eq 'COMPLIANT') { $Part = @('{0} in {1:0.0} s' -f $(if ($items.Count -eq 1) { '1 check' } else { "$($items.Count) checks" }), (((Get-Tick) - $script:Remedy.Started) / 1000)) }
    $parts = @(if ($word -eq 'FIXED') { $done + $Part } else { $Part + $done }) + @($script:Remedy.Remarks)
    for ($index = 0; $index -lt $parts.Count; $index++) {
        $next = $(if ($index -gt 0) { '; ' }) + $parts[$index]
        $left = $parts.Count - $index - 1
        if ($line.Length + $next.Length + $(if ($left -gt 0) { "; and $left more".Length } else { 0 }) -gt 2048) { return "$line; and $($left + 1) more" }
        $line += $next
    }
    $line
}
