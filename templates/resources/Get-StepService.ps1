# Gives the names of the services that the items of the present step so far are about or provide, as events know them.
function Get-StepService {
    $names = foreach ($identity in $script:Remedy.Resources) {
        if ($identity.StartsWith('service ', [StringComparison]::OrdinalIgnoreCase)) { $identity.Substring(8) }
    }
    foreach ($name in @($names | Select-Object -Unique)) { Get-ServiceName -Name $name }
}
