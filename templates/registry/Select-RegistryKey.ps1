# The keys directly below a registry key; none where it is absent.
function Select-RegistryKey([string] $Below, [int] $View = 64) {
    $at = Split-RegistryKey -Key $Below
    try { foreach ($name in Get-RegistrySubkey -Hive $at.Hive -Path $at.Path -View $View) { "$Below\$name" } }
    catch { throw "registry key $(ConvertTo-Line $Below): $($_.Exception.GetBaseException().Message)" }
}
