# Sets the command of a service, which counts from its next start.
## ImagePath of its key, a text with %Variables%, which the service control manager reads at every start ("HKLM\SYSTEM\CurrentControlSet\Services Registry Tree").
function Write-ServiceCommand([string] $Name, [string] $Command) {
    #remedyc:every-host
    $key = Open-RegistryKey 'HKLM' "SYSTEM\CurrentControlSet\Services\$Name" -Mode write
    if ($null -eq $key) { throw "service $Name is not installed" }
    try { $key.SetValue('ImagePath', $Command, 'ExpandString') } finally { $key.Dispose() }
}
