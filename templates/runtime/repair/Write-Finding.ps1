# Adds a cause to the item that failed; the first one reaches the summary line, all of them the log.
function Write-Finding {
    param([Parameter(Mandatory, Position = 0)] [string] $Text)
    $line = ConvertTo-Line (Add-AccountName $Text)
    $record = if ($script:Remedy.ContainsKey('Finding')) { $script:Remedy.Finding } else { $null }
    $id = $script:Remedy.Step
    if ($null -ne $record) {
        $record.Causes.Add($line)
        $id = $record.Id
    }
    Write-Note -Text "$id`: cause: $line" -Severity 3
    Write-LogData -Data ([ordered]@{ kind = 'finding'; id = $id; why = $line })
}
