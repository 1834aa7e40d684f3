# Tells whether an existing registry key may be written: opens it for writing and closes it again. $false as well when it is absent.
function Test-RegistryAccess {
    #remedyc:every-host
    param([Parameter(Mandatory)] [string] $Hive, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Path, [int] $View = 64)
    $base = Open-RegistryHive -Hive $Hive -View $View
    try {
        $key = $base.OpenSubKey($Path, $true)
        $writable = $null -ne $key
        if ($writable) { $key.Dispose() }
        $writable
    }
    catch [Security.SecurityException], [UnauthorizedAccessException] { $false }
    finally { $base.Dispose() }
}
