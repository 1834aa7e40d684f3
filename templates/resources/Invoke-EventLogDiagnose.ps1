# Reads an event log for known causes since a time and writes each as a finding, newest first, at most five.
function Invoke-EventLogDiagnose {
    param([Parameter(Mandatory)] [string] $Log, [string] $Source = '', [timespan] $Last = [timespan]'01:00:00')
    $texts = @(foreach ($record in @(Find-EventRecord -Log $Log -Source $Source -Since (Get-Clock).Subtract($Last))) {
            $text = Format-EventRecord -Record $record
            if ($text) { $text }
        })
    foreach ($text in @($texts | Select-Object -Unique | Select-Object -First 5)) { Write-Finding $text }
}
