# Reads type and data of a registry value in the words of a remedy (dword, string, ...); nothing when it is absent.
# A DWORD is an unsigned number of 32 bits: 0xffffffff is 4294967295, not -1 as .NET gives it.
function Read-RegistryEntry {
    param([Parameter(Mandatory)] [string] $Key, [AllowEmptyString()] [string] $Name = '', [int] $View = 64)
    $at = Split-RegistryKey -Key $Key
    try { $value = Get-RegistryValue -Hive $at.Hive -Path $at.Path -Name $Name -View $View }
    catch { throw "registry value $(Format-RegistryName -Key $Key -Name $Name): $($_.Exception.GetBaseException().Message)" }
    if ($null -eq $value) { return }

    $words = @{ DWord = 'dword'; QWord = 'qword'; String = 'string'; ExpandString = 'expand_string'; MultiString = 'multi_string'; Binary = 'binary'; None = 'unknown'; Unknown = 'unknown' }
    $data = $value.Data
    if ($value.Type -eq 'DWord') { $data = [long]$data -band 0xFFFFFFFFL }
    [pscustomobject]@{ Type = $words[[string]$value.Type]; Data = $data }
}
