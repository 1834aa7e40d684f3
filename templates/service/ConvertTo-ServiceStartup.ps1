# Gives the word for a service's start type: automatic, automatic_delayed, manual, disabled, and boot or system for drivers.
function ConvertTo-ServiceStartup([pscustomobject] $Configuration) {
    if ($Configuration.StartType -eq 2 -and $Configuration.Delayed) { return 'automatic_delayed' }
    @('boot', 'system', 'automatic', 'manual', 'disabled')[$Configuration.StartType]
}
