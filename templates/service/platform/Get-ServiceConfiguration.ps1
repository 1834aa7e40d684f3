# Gives how a service is configured, nothing when it does not exist.
## Gives Type, StartType (2 automatic, 3 manual, 4 disabled, less for drivers), Delayed, Account, Path and Dependencies of a service, nothing when it does not exist.
## From its key in the registry: where that may not be read it throws.
function Get-ServiceConfiguration([string] $Name) {
    #remedyc:every-host
    # a key below that of a service is no service
    if ($Name.Contains('\')) { return }
    $key = Open-RegistryKey 'HKLM' "SYSTEM\CurrentControlSet\Services\$Name"
    if ($null -eq $key) { return }
    # closed in any case: Windows makes no service anew of whose key somebody holds a handle
    try {
        # what only counts performance or was deleted has a key without these
        if ($key.GetValue('Type') -isnot [int] -or $key.GetValue('Start') -isnot [int]) { return }
        [pscustomobject]@{
            Type = $key.GetValue('Type'); StartType = $key.GetValue('Start'); Delayed = $key.GetValue('DelayedAutostart') -eq 1
            #remedyc:only Clear-ProductService ConvertTo-ServiceAccount Find-ServiceLogonPolicy Get-LogonEvidence Read-ServiceAccount Read-ServicePath Select-Service Test-ServiceAccount
            Account = [string]$key.GetValue('ObjectName'); Path = [string]$key.GetValue('ImagePath')
            #remedyc:end
            #remedyc:only Find-ServiceDependsOnBlocker Find-ServiceStartRefusal Get-ServiceDependenciesState Read-ServiceDependencies Repair-ServiceDependsOn Test-ServiceDependsOn
            Dependencies = @(foreach ($one in $key.GetValue('DependOnService')) { if ($one) { [string]$one } })
            #remedyc:end
        }
    }
    finally { $key.Dispose() }
}
