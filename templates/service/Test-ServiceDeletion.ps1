# Tells whether a service is marked for deletion: Windows removes it once everyone has closed it, at the latest when it starts again.
# The service control manager notes it as the value DeleteFlag of the service's key.
function Test-ServiceDeletion([string] $Name) {
    $flag = Get-RegistryValue -Hive HKLM -Path "SYSTEM\CurrentControlSet\Services\$Name" -Name 'DeleteFlag'
    $null -ne $flag -and $flag.Data -eq 1
}
