# Notes what is not as it should be (Deviating), or why no run can tell or help (Blocked).
## Id: an item that others depend on.
function Add-Finding([string] $Sort, [string] $Why, [string] $Id) {
    #remedyc:only Enter-UserHive
    $Why = Add-UserName $Why
    #remedyc:end
    #remedyc:only Context.Accounts
    $Why = Add-AccountName $Why
    #remedyc:end
    $Remedy[$Sort] += "$($Remedy.Step): $(ConvertTo-Line $Why)"
    if ($Id -and $Sort -eq 'Deviating') { $Remedy.Due += $Id }
}
