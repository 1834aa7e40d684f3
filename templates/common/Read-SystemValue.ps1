# Reads the data of a registry value below HKEY_LOCAL_MACHINE in which Windows describes itself; $null when it is absent.
function Read-SystemValue {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Name, [switch] $Required)
    $entry = Read-RegistryEntry -Key "HKLM\$Path" -Name $Name
    if ($null -ne $entry) { $entry.Data }
    elseif ($Required) { throw "registry value HKLM\$Path\$Name is missing" }
}
