# Gives nothing where a registry key that is there belongs to an account, else the reason.
function Test-RegistryKeyOwner([string] $Key, [string] $Owner, [int] $View = 64) {
    $is = Read-RegistryKeyOwner -Key $Key -View $View
    if ($null -eq $is -or $is -eq $Owner) { return }
    $shown = "registry key $(ConvertTo-Line $Key)"
    if ($PSBoundParameters.ContainsKey('View')) { $shown += " ($View-bit view)" }
    "$shown belongs to $is, it should belong to $Owner"
}
