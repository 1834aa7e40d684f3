# Why no run can make the logs of Delivery Optimization verbose, or no longer.
function Find-DeliveryOptimizationBlocker([bool] $VerboseLogging) {
    if ($null -eq (Get-ServiceState 'DoSvc')) { return 'this Windows has no Delivery Optimization (service DoSvc)' }
    if ((Read-OsBuild) -lt 19041) { return 'Windows knows its verbose logs from Windows 10 2004 on' }
    foreach ($value in @(Find-DeliveryOptimizationDeviation $VerboseLogging)) { return Find-RegistryWriteBlocker 'HKU' $value.Path }
}
