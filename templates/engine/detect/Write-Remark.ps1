# Notes something for people that is no verdict; it stands at the end of the summary line, once.
function Write-Remark([string] $Text) {
    #remedyc:only Context.Accounts
    $Text = Add-AccountName $Text
    #remedyc:end
    $line = ConvertTo-Line $Text
    if ($Remedy.Remarks -notcontains $line) { $Remedy.Remarks += $line }
}
