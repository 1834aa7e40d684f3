# Writes a line of the machine-readable log: JSON with the time, the run, and these fields.
function Write-LogData {
    param([Parameter(Mandatory)] [Collections.Specialized.OrderedDictionary] $Data)
    if (-not $script:Remedy.ContainsKey('Run')) { return }
    $fields = [ordered]@{ time = Get-ClockText; run = $script:Remedy.Run; remedy = $script:Remedy.Name; version = $script:Remedy.Version }
    foreach ($name in $Data.Keys) { $fields[$name] = $Data[$name] }
    Write-LogFile -Ending '.jsonl' -Line (ConvertTo-JsonLine -Data $fields)
}
