# The reason where no route to a network is kept, or one that is not as wished.
function Test-Route([string] $Destination, [string] $NextHop, [string] $Interface, [object] $Metric) {
    $kept = @(Find-KeptRoute $Destination)
    if ($kept.Count -eq 0) { return "route $(ConvertTo-Line $Destination) is missing" }
    $wishes = [ordered]@{}
    if ($NextHop) { $wishes['next_hop'] = "$(ConvertTo-RouteAddress $NextHop)" }
    if ($Interface) { $wishes['interface'] = $Interface }
    if ($null -ne $Metric) { $wishes['metric'] = "$Metric" }
    $why = foreach ($setting in $wishes.Keys) {
        $is = @($kept.$($setting.Replace('_', '')) | Where-Object { "$_" -ne $wishes[$setting] } | Select-Object -Unique)
        if ($is.Count -gt 0) { "$setting $(ConvertTo-Line $(if ("$is") { $is -join ' and ' } else { 'none' })), not $(ConvertTo-Line $wishes[$setting])" }
    }
    if ($why) { "route $(ConvertTo-Line $Destination) has $($why -join ' and ')" }
}
