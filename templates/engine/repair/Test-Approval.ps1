# -WhatIf and -Confirm.
## -WhatIf and -Confirm: true where it may be done.
function Test-Approval([string] $Text) {
    #remedyc:only Enter-UserHive
    $Text = Add-UserName $Text
    #remedyc:end
    #remedyc:only Context.Accounts
    $Text = Add-AccountName $Text
    #remedyc:end
    $line = ConvertTo-Line $Text 1000
    $Remedy.Cmdlet.ShouldProcess($line, $line, $Remedy.Title)
}
