# Sets a preference to a number, in the type that it has, or to a time of day.
function Write-DefenderPreference([string] $Name, [string] $Text) {
    $now = (Get-DefenderInstance 'MSFT_MpPreference')[$Name]
    $value = if ($Name -eq 'ScanScheduleTime') { [datetime]$Text } else { [int]$Text -as $now.GetType() }
    Invoke-DefenderMethod 'MSFT_MpPreference' 'Set' @{ $Name = $value; Force = $true } ([timespan]'00:01:00')
}
