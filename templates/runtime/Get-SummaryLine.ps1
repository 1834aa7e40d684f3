# Gives the summary: one line of at most 2,048 ASCII characters, which is what Intune shows; cut between items, failed before blocked before deviating.
function Get-SummaryLine {
    param([Parameter(Mandatory)] [string] $Outcome, [int] $Limit = 2048)
    # what was walked: items, not the guards around them
    $total = @($script:Remedy.Records | Where-Object { $_.Kind -ne 'guard' }).Count
    $fixed = ''
    #remedyc:only Context.Repairs
    $fixed = Get-FixedText -Total $total
    #remedyc:end
    $word = switch ($Outcome) {
        'compliant' { if ($fixed -eq '') { 'COMPLIANT' } else { 'FIXED' } }
        'busy' { 'FAILED' }
        'restart' { if ($fixed -eq '') { 'RESTART' } else { 'FIXED' } }
        default { $Outcome.ToUpperInvariant() }
    }
    $head = '{0} {1} {2} | ' -f $word, $script:Remedy.Name, $script:Remedy.Version
    if ($word -eq 'NONCOMPLIANT') { $head += '{0} of {1}: ' -f (Get-OutcomeCount -Outcome 'deviates'), $total }
    $parts = [Collections.Generic.List[string]]::new()
    if ($word -eq 'COMPLIANT') {
        $seconds = (((Get-Tick) - $script:Remedy.Started) / 1000.0).ToString('0.0', [Globalization.CultureInfo]::InvariantCulture)
        $parts.Add($(if ($total -eq 1) { "1 check in $seconds s" } else { "$total checks in $seconds s" }))
    }
    $done = @(@($fixed) + @(if ($script:Remedy.RestartNeeded) { 'restart needed' }) | Where-Object { $_ -ne '' })
    $open = @(if ($word -ne 'COMPLIANT') { Get-SummaryPart })
    if ($word -eq 'FIXED') { $parts.AddRange([string[]]($done + $open)) } else { $parts.AddRange([string[]]($open + $done)) }
    foreach ($remark in $script:Remedy.Remarks) { $parts.Add($remark) }
    Join-Summary -Head $head -Part $parts.ToArray() -Limit $Limit
}
