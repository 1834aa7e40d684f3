# Deletes a mark of a remedy; one that is not there is no error.
function Clear-Mark {
    param([string] $Hive, [string] $Remedy, [string] $Name, [switch] $Session)
    $key = Open-RegistryKey $Hive "SOFTWARE\Remedyc\$Remedy$(if ($Session) { '\Session' })" -Mode 'write'
    if ($null -ne $key) { try { $key.DeleteValue($Name, $false) } finally { $key.Dispose() } }
}
