# Tells what is about to be done, with -WhatIf that alone, and asks with -Confirm: true where it may be done.
function Test-Approval {
    param([string] $Text)
    #remedyc:only Context.Accounts
    $Text = Add-AccountName $Text
    #remedyc:end
    $line = ConvertTo-Line $Text -Limit 1000
    $script:Remedy.Cmdlet.ShouldProcess($line, $line, $script:Remedy.Title)
}
