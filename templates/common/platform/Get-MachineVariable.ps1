# A machine-wide environment variable as it stands in the registry, where only administrators write.
## $null when it does not exist.
## Not expanded: Environment.GetEnvironmentVariable expands %Variables% inside by those of this process, which anyone who starts it chooses.
function Get-MachineVariable([string] $Name) {
    #remedyc:every-host
    $key = Open-RegistryKey 'HKLM' 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
    if ($null -eq $key) { return }
    try {
        $value = $key.GetValue($Name, $null, 'DoNotExpandEnvironmentNames')
        if ($value -is [string]) { $value }
    }
    finally { $key.Dispose() }
}
