# Gives a machine-wide environment variable as it stands in the registry, where only administrators write; $null when it does not exist.
# Not expanded: Environment.GetEnvironmentVariable expands %Variables% inside by those of this process, which anyone who starts it chooses.
function Get-MachineVariable {
    #remedyc:every-host
    param([Parameter(Mandatory)] [string] $Name)
    $base = Open-RegistryHive -Hive HKLM
    try {
        $key = $base.OpenSubKey('SYSTEM\CurrentControlSet\Control\Session Manager\Environment')
        if ($null -ne $key) {
            try {
                $value = $key.GetValue($Name, $null, [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
                if ($value -is [string]) { $value }
            }
            finally { $key.Dispose() }
        }
    }
    finally { $base.Dispose() }
}
