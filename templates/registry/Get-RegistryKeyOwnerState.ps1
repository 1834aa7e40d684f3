# Gives the SID of the owner of a registry key, '' where there is none. At: key, nothing, view.
function Get-RegistryKeyOwnerState([string[]] $At) {
    $key = Split-RegistryKey -Key $At[0]
    try { [string](Get-RegistryOwner -Hive $key.Hive -Path $key.Path -View $At[2].Substring(4)) }
    catch { throw "the owner of registry key $(ConvertTo-Line $At[0]): $($_.Exception.GetBaseException().Message)" }
}
