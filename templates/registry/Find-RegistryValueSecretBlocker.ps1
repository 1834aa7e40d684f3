# Why a secret cannot be written into a registry value, or nothing.
## A policy that sets the value holds its text in the open, which is no secret: whatever it sets stands in the way.
function Find-RegistryValueSecretBlocker([string] $Key, [string] $Name, [int] $View = 64, [string] $Type = 'string', [string] $Secret) {
    if (-not (Test-Secret $Secret)) { return "the secret '$Secret' is not there" }
    Find-RegistryValueBlocker $Key $Name $View -Data '' -Type $Type
}
