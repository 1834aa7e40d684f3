# Reads type and data of a registry value in the words of a remedy (dword, string, ...).
## Nothing when it is absent.
## A DWORD is an unsigned number of 32 bits: 0xffffffff is 4294967295, not -1 as .NET gives it.
function Read-RegistryEntry([string] $Key, [string] $Name = '', [int] $View = 64) {
    $at = Split-RegistryKey -Key $Key
    try { $value = Get-RegistryValue -Hive $at.Hive -Path $at.Path -Name $Name -View $View }
    catch { throw "registry value $(Format-RegistryName -Key $Key -Name $Name): $($_.Exception.GetBaseException().Message)" }
    if ($null -eq $value) { return }

    # by REG_ number; -1 and 0 are types that .NET does not know
    $words = @{ 1 = 'string'; 2 = 'expand_string'; 3 = 'binary'; 4 = 'dword'; 7 = 'multi_string'; 11 = 'qword'; -1 = 'unknown'; 0 = 'unknown' }
    $data = $value.Data
    if ($value.Type -eq 'DWord') { $data = [long]$data -band 0xFFFFFFFFL }
    [pscustomobject]@{ Type = $words[[int][Microsoft.Win32.RegistryValueKind]$value.Type]; Data = $data }
}
