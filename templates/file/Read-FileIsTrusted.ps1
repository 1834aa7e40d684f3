# Tells whether a file may be run with the rights of the system: signed by this subject or thumbprint, and out of others' reach.
function Read-FileIsTrusted([string] $Path, [string] $Signer) {
    $null -eq (Find-SourceBlocker -Path $Path -SignedBy $Signer)
}
