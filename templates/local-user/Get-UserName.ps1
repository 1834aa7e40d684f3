# The name of an account of this computer, there or not; nothing for one of Windows that it does not have.
## Account: '.\name', or one of Windows by its English name, which is found by its number. A domain controller's accounts are its domain's, and the same functions of Windows would read and change them.
## Numbers: "Local accounts", learn.microsoft.com/windows/security/identity-protection/access-control/local-accounts.
function Get-UserName([string] $Account) {
    if ((Read-SystemValue 'SYSTEM\CurrentControlSet\Control\ProductOptions' 'ProductType') -eq 'LanmanNT') { throw "local user ${Account}: a domain controller has no accounts of its own" }
    #remedyc:only LocalUser.Own
    if ($Account -like '.\*') { return $Account.Substring(2) }
    #remedyc:end
    #remedyc:only LocalUser.BuiltIn
    $number = @{ Administrator = 500; Guest = 501; DefaultAccount = 503 }[$Account]
    if (-not $number) { throw "$Account is no account of Windows; one of the computer's own is '.\$Account'" }
    $name = Get-AccountName "$(Get-MachineSid)-$number"
    if ($name) { $name.Split('\')[-1] }
    #remedyc:end
}
