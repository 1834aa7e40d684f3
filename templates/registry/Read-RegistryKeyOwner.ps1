# The SID of the account that a registry key belongs to; $null where it is absent.
function Read-RegistryKeyOwner([string] $Key, [int] $View = 64) {
    $is = Get-RegistryKeyOwnerState $Key, '', "view$View"
    if ($is -ne '') { $is }
}
