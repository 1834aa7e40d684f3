# Whether a file may be run with the rights of the system: signed by this subject or thumbprint, and out of others' reach.
function Read-FileIsTrusted([string] $Path, [string] $Signer) {
    -not (Find-PathWriter -Path $Path) -and -not (Find-SignerRefusal -Path $Path -SignedBy $Signer)
}
