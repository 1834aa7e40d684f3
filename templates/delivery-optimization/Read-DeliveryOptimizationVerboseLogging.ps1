# Whether Delivery Optimization logs everything.
function Read-DeliveryOptimizationVerboseLogging { $null -eq (Find-DeliveryOptimizationDeviation $true | Where-Object { $_.Name -eq 'TraceLevel_Override' }) }
