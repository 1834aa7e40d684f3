# Whether this computer has an account.
function Read-LocalUserExists([string] $Account) {
    $name = Get-UserName $Account
    $null -ne $(if ($name) { Get-UserState $name })
}
