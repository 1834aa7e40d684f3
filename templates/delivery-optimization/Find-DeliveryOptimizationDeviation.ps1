# The registry values of Delivery Optimization that differ from what is wished: Path, Name and the Data wanted ($null: none).
## They are what the script module DeliveryOptimization of Windows writes and deletes; the documentation names its commands alone (learn.microsoft.com/windows/deployment/do/waas-delivery-optimization-monitor). The level, which
## tells whether it is verbose, comes last.
function Find-DeliveryOptimizationDeviation([bool] $VerboseLogging) {
    $path = 'S-1-5-20\SOFTWARE\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Trace'
    $wish = [ordered]@{ TraceFileSizeKBytes = 150000; TraceFolderSizeKBytes = 200000; TraceLevel_Override = 5 }
    foreach ($name in $wish.Keys) {
        $is = Get-RegistryValue 'HKU' $path $name
        $large = $null -ne $is -and $is.Type -eq 'DWord' -and $is.Data -ge $wish[$name]
        if ($VerboseLogging -and -not $large) { [pscustomobject]@{ Path = $path; Name = $name; Data = $wish[$name] } }
        if (-not $VerboseLogging -and $null -ne $is) { [pscustomobject]@{ Path = $path; Name = $name; Data = $null } }
    }
}
