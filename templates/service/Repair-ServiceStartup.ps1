# Sets how a service starts.
function Repair-ServiceStartup([string] $Name, [string] $Startup) {
    if ($null -eq (Test-ServiceStartup $Name $Startup)) { return }
    $code = Write-ServiceStartup $Name @{ automatic = 'auto'; automatic_delayed = 'delayed-auto'; manual = 'demand'; disabled = 'disabled' }[$Startup]
    if ($code -ne 0) { throw "the startup of service $Name could not be set to ${Startup}: $(Get-ServiceErrorText $code)" }
}
