# Writes a line of the log in CMTrace's format, in UTC.
function Write-LogLine {
    param([Parameter(Mandatory)] [string] $Text, [int] $Severity = 1)
    $now = Get-Clock
    $culture = [Globalization.CultureInfo]::InvariantCulture
    $line = '<![LOG[{0}]LOG]!><time="{1}+000" date="{2}" component="{3}" context="" type="{4}" thread="{5}" file="">' -f $Text,
        $now.ToString('HH\:mm\:ss\.fff', $culture), $now.ToString('MM\-dd\-yyyy', $culture), $script:Remedy.Name, $Severity, $PID
    Write-LogFile -Ending '.log' -Line $line
}
