# Tests a registry key: gives nothing where it exists, or (Absent) does not, else the reason.
function Test-RegistryKey([string] $Key, [int] $View = 64, [switch] $Absent) {
    if ((Read-RegistryKeyExists -Key $Key -View $View) -ne $Absent) { return }
    $shown = "registry key $(ConvertTo-Line $Key)"
    if ($PSBoundParameters.ContainsKey('View')) { $shown += " ($View-bit view)" }
    if ($Absent) { "$shown is there, it should be absent" } else { "$shown is missing" }
}
