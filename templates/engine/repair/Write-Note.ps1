# A line for the log in CMTrace's format and for -Verbose; Data: its JSON.
## Both in UTC. A log that cannot be written does not stop a repair: the summary line says so.
function Write-Note([string] $Text, [int] $Severity = 1, [Collections.IDictionary] $Data) {
    $line = ConvertTo-Line $Text 2100
    Write-Verbose $line
    if (-not $Remedy.Log) { return }
    $now = Get-Clock
    try {
        Add-LogText "$($Remedy.Log).log" ('<![LOG[{0}]LOG]!><time="{1:HH\:mm\:ss\.fff}+000" date="{1:MM\-dd\-yyyy}" component="{2}" context="" type="{3}" thread="{4}" file="">' -f $line, $now, $Remedy.Name, $Severity, $PID + "`r`n")
        if ($null -eq $Data) { return }
        $fields = [ordered]@{ time = $now.ToString('o'); run = $Remedy.Run; remedy = $Remedy.Name; version = $Remedy.Version }
        foreach ($name in $Data.Keys) { $fields[$name] = $Data[$name] }
        Add-LogText "$($Remedy.Log).jsonl" "$(ConvertTo-Json $fields -Compress)`r`n"
    }
    catch {
        $Remedy.Log = ''
        $Remedy.Remarks.Add("warning: no log, $(Get-FailureText $_)")
    }
}
