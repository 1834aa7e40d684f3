# Verdict on a registry key: it exists, or (Absent) it does not, with everything below it. A key that Windows needs is never to be deleted.
function Test-RegistryKey {
    param([Parameter(Mandatory)] [string] $Key, [int] $View = 64, [switch] $Absent)
    $exists = Read-RegistryKey -Key $Key -View $View -Property 'exists'
    if ($exists -ne $Absent) { return Holds }
    $shown = ConvertTo-Line $Key
    if ($PSBoundParameters.ContainsKey('View')) { $shown += " ($View-bit view)" }
    $why = if ($Absent) { "registry key $shown is there, it should be absent" } else { "registry key $shown is missing" }
    if ($Absent -and (Test-RegistryKeyVital -Key $Key)) { return Blocked "${why}: Windows needs this key, it is never deleted" }
    $blocker = Find-RegistryWriteBlocker -Key $Key -View $View
    if ($blocker) { return Blocked "${why}: $blocker" }
    Deviates $why
}
