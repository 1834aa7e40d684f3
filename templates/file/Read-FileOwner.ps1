# The SID of the account that a file belongs to; $null where there is none.
function Read-FileOwner([string] $Path) {
    if (Read-FileExists $Path) { Get-PathOwnerState $Path }
}
