# What a preference is now, as the journal has it: a number or a time of day; of an entry of a list 'excluded' or ''.
function Get-DefenderSettingState([string[]] $At) {
    $value = (Get-DefenderInstance 'MSFT_MpPreference')[$At[0]]
    if ($At[0] -like 'Exclusion*') { if ($value -contains $At[1]) { 'excluded' } else { '' } }
    elseif ($At[0] -eq 'ScanScheduleTime') { [regex]::Match("$value", '\d\d:\d\d').Value }
    else { "$([int]$value)" }
}
