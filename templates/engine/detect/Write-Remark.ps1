# Notes something for people that is no verdict; it stands at the end of the summary line, once.
function Write-Remark([string] $Text) {
    #remedyc:only Context.Accounts
    $Text = Add-AccountName $Text
    #remedyc:end
    $line = ConvertTo-Line $Text
    if (-not $script:Remedy.Remarks.Contains($line)) { $script:Remedy.Remarks.Add($line) }
}
