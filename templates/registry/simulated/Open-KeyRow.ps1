# Gives a registry key's row, $null when the key is absent; throws SecurityException where it may not be opened.
function Open-KeyRow([string] $Key, [switch] $Write) {
    if (-not $global:Windows.registry.Contains($Key)) { return }
    if (Test-KeyDenied -Key $Key -Write:$Write) { throw [System.Security.SecurityException]::new('Requested registry access is not allowed.') }
    $global:Windows.registry[$Key]
}
