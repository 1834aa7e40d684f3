# Gives a service's command with its %Variables%, nothing where it does not exist.
function Get-ServiceCommand([string] $Name) {
    #remedyc:every-host
    if ($Name.Contains('\')) { return }
    $key = Open-RegistryKey 'HKLM' "SYSTEM\CurrentControlSet\Services\$Name"
    if ($null -eq $key) { return }
    try { if ($key.GetValue('Start') -is [int]) { [string]$key.GetValue('ImagePath', '', 'DoNotExpandEnvironmentNames') } } finally { $key.Dispose() }
}
