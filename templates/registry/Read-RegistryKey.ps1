# Reads whether a registry key exists.
function Read-RegistryKey {
    param([Parameter(Mandatory)] [string] $Key, [int] $View = 64, [Parameter(Mandatory)] [ValidateSet('exists')] [string] $Property)
    $at = Split-RegistryKey -Key $Key
    try { if ($Property -eq 'exists') { Test-RegistryPath -Hive $at.Hive -Path $at.Path -View $View } }
    catch { throw "registry key $(ConvertTo-Line $Key): $($_.Exception.GetBaseException().Message)" }
}
