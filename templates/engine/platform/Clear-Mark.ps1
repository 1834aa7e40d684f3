# Deletes a mark of a remedy; one that is not there is no error.
function Clear-Mark {
    param(
        [Parameter(Mandatory)] [ValidateSet('HKLM', 'HKCU')] [string] $Hive,
        [Parameter(Mandatory)] [string] $Remedy,
        [Parameter(Mandatory)] [string] $Name,
        [switch] $Session
    )
    $path = "SOFTWARE\Remedyc\$Remedy"
    if ($Session) { $path += '\Session' }
    $base = Open-RegistryHive -Hive $Hive
    try {
        $key = $base.OpenSubKey($path, $true)
        if ($null -ne $key) {
            try { $key.DeleteValue($Name, $false) } finally { $key.Dispose() }
        }
    }
    finally { $base.Dispose() }
}
