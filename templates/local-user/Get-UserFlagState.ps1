# A flag of an account of this computer as a number, '' where the account is gone. At: account, flag.
function Get-UserFlagState([string[]] $At) {
    $name = Get-UserName $At[0]
    $state = if ($name) { Get-UserState $name }
    if ($state) { "$($state.Flags -band [int]$At[1])" } else { '' }
}
