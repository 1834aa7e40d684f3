# Splits a key such as HKLM\SOFTWARE\Contoso into Hive (HKLM, HKCU, HKU) and Path.
## Throws for any other beginning.
function Split-RegistryKey([string] $Key) {
    $hives = @{
        HKLM = 'HKLM'; HKEY_LOCAL_MACHINE = 'HKLM'
        HKCU = 'HKCU'; HKEY_CURRENT_USER = 'HKCU'
        HKU = 'HKU'; HKEY_USERS = 'HKU'
    }
    $root, $path = $Key.Split([char[]]'\', 2)
    if (-not $hives.ContainsKey($root)) { throw "registry key $Key does not begin with HKLM, HKCU or HKEY_USERS" }
    [pscustomobject]@{ Hive = $hives[$root]; Path = ([string]$path).Trim('\') }
}
