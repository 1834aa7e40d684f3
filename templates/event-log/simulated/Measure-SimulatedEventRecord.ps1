# Stands in for Measure-EventRecord on the simulated machine, for queries of Format-EventQuery. An event of which none says a level is an error.
function Measure-SimulatedEventRecord {
    param([string] $Log, [string] $Query, [int] $Most, [long] $Until)
    Enter-Effect -Name 'Measure-EventRecord'
    $channel = Get-EventChannelRow -Name $Log
    if ($null -eq $channel) { throw [System.ComponentModel.Win32Exception]::new(15007, 'The specified channel could not be found.') }
    if ($channel.direct -and $channel.enabled) {
        throw [System.ComponentModel.Win32Exception]::new(15022, 'The requested operation cannot be performed over an enabled direct channel. The channel must first be disabled before performing the requested operation.')
    }
    if ($Until -le [long]$global:Windows.clock.uptime) { throw "the events of $Log could not be counted in time" }
    $pattern = '^\*\[System\[TimeCreated\[@SystemTime>=''[^'']+''\]( and (Provider\[@Name="[^"]*"\]|\((EventID|Level)=[0-9]+( or (EventID|Level)=[0-9]+)*\)))*\]\]\z'
    if ($Query -cnotmatch $pattern -or [regex]::Matches($Query, '=').Count -gt 20) { throw [System.ComponentModel.Win32Exception]::new(15001, 'The specified query is invalid.') }
    $words = @{ Time = @(); Name = @(); EventID = @(); Level = @() }
    foreach ($found in [regex]::Matches($Query, '(Time|Name|EventID|Level)[>=]+(?:"([^"]*)"|''([^'']*)''|([0-9]+))')) {
        $words[$found.Groups[1].Value] += $found.Groups[2].Value + $found.Groups[3].Value + $found.Groups[4].Value
    }
    $since = ([datetime]$words['Time'][0]).ToUniversalTime()
    $events = @($global:Windows.events | Where-Object {
            $level = if ($_.Contains('level')) { [int]$_.level } else { 2 }
            $_.log -eq $Log -and (ConvertFrom-Time -Time $_.time) -ge $since -and ($words['Name'].Count -eq 0 -or $words['Name'] -ccontains $_.source) -and
            ($words['EventID'].Count -eq 0 -or $words['EventID'] -contains "$($_.id)") -and ($words['Level'].Count -eq 0 -or $words['Level'] -contains "$level")
        })
    [Math]::Min($events.Count, $Most)
}
