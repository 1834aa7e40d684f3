# Notes what is not as it should be (Deviating), or why no run can tell or help (Blocked).
function Add-Finding([string] $Sort, [string] $Why) {
    #remedyc:only Enter-UserHive
    $Why = Add-UserName $Why
    #remedyc:end
    #remedyc:only Context.Accounts
    $Why = Add-AccountName $Why
    #remedyc:end
    $Remedy[$Sort] += "$($Remedy.Step): $(ConvertTo-Line $Why)"
}
