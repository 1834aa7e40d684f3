# What the remedy says of a scheduled task, as Write-TaskSetting takes it: Program, Arguments, Account, Triggers.
## The day of a start that is repeated lies in the past, so that it counts from now on. Type: TASK_TRIGGER_TYPE2, as Get-TaskSetting has it.
function ConvertTo-TaskSetting([object] $Said) {
    $setting = @{}
    if ($Said.ContainsKey('Program')) { $setting.Program = $Said.Program }
    if ($Said.ContainsKey('Program') -or $Said.ContainsKey('Arguments')) { $setting.Arguments = ConvertTo-Argument $Said['Arguments'] }
    if ($Said.ContainsKey('RunAs')) { $setting.Account = $Said.RunAs }
    if ($Said.ContainsKey('DailyAt') -or $Said.ContainsKey('AtStartup') -or $Said.ContainsKey('AtLogon') -or $Said.ContainsKey('Every')) {
        $trigger = { param($Type, $Start, $Every, $Days) [pscustomobject]@{ Type = $Type; Enabled = $true; Start = $Start; End = ''; Every = $Every; Lasts = ''; Days = $Days; User = '' } }
        $setting.Triggers = @(
            if ($Said['AtStartup']) { & $trigger 8 '' '' 0 }
            if ($Said['AtLogon']) { & $trigger 9 '' '' 0 }
            if ($Said['DailyAt']) { & $trigger 2 "2000-01-01T$($Said.DailyAt):00" '' 1 }
            if ($Said['Every']) { & $trigger 1 '2000-01-01T00:00:00' ([Xml.XmlConvert]::ToString([timespan]$Said.Every)) 0 }
        )
    }
    $setting
}
