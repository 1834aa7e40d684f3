# Tests a registry key: gives nothing where it exists, or (Absent) does not, else the reason.
function Test-RegistryKey {
    param([Parameter(Mandatory)] [string] $Key, [int] $View = 64, [switch] $Absent)
    if ((Read-RegistryKey -Key $Key -View $View -Property 'exists') -ne $Absent) { return }
    $shown = "registry key $(ConvertTo-Line $Key)"
    if ($PSBoundParameters.ContainsKey('View')) { $shown += " ($View-bit view)" }
    if ($Absent) { "$shown is there, it should be absent" } else { "$shown is missing" }
}
