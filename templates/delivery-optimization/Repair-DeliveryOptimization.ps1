# Makes the logs of Delivery Optimization verbose, or no longer; it counts when its service starts next.
function Repair-DeliveryOptimization([bool] $VerboseLogging) {
    foreach ($value in @(Find-DeliveryOptimizationDeviation $VerboseLogging)) {
        if ($VerboseLogging) { Write-RegistryData 'HKU' $value.Path $value.Name 'DWord' $value.Data }
        else {
            Save-RegistryValue 'HKU' $value.Path $value.Name
            Clear-RegistryValue -Hive 'HKU' -Path $value.Path -Name $value.Name
        }
    }
}
