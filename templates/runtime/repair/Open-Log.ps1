# Begins the log of a run; a file over 1 MB becomes the old one.
function Open-Log {
    param([Parameter(Mandatory)] [string] $Path)
    foreach ($ending in '.log', '.jsonl') {
        if ((Get-LogLength -Path ($Path + $ending)) -gt 1MB) { Move-Log -Path ($Path + $ending) -Destination ($Path + '.old' + $ending) }
    }
    $script:Remedy.Log = $Path
    $script:Remedy['Run'] = Get-ClockText
    $start = 'start {0} {1}, {2} for {3}' -f $script:Remedy.Name, $script:Remedy.Version, $script:Remedy.Role, $script:Remedy.Target
    Write-LogLine -Text $start
    Write-LogData -Data ([ordered]@{ kind = 'start'; role = $script:Remedy.Role; target = $script:Remedy.Target })
}
