# The names of all keys of services and drivers; what only counts performance has one as well.
function Find-ServiceKey {
    #remedyc:every-host
    $key = Open-RegistryKey 'HKLM' 'SYSTEM\CurrentControlSet\Services'
    if ($null -ne $key) { try { $key.GetSubKeyNames() } finally { $key.Dispose() } }
}
