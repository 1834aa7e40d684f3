# The full name (1011) or description (1007) of an account of this computer, '' where it is gone. At: account, number.
function Get-UserTextState([string[]] $At) {
    $name = Get-UserName $At[0]
    $state = if ($name) { Get-UserState $name }
    if (-not $state) { '' } elseif ($At[1] -eq '1011') { $state.FullName } else { $state.Description }
}
