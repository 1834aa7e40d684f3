# The reason where the logs of Delivery Optimization are not as verbose as they should be, or more.
function Test-DeliveryOptimization([bool] $VerboseLogging) {
    if ((Read-DeliveryOptimizationVerboseLogging) -ne $VerboseLogging) { "the logs of Delivery Optimization are $(if ($VerboseLogging) { 'not ' })verbose" }
}
