# What is no verdict: stands at the end of the summary, once.
## Notes something for people that is no verdict; it stands at the end of the summary line, once.
function Write-Remark([string] $Text, [string] $Id = $Remedy.Step) {
    #remedyc:only Context.Accounts
    $Text = Add-AccountName $Text
    #remedyc:end
    $line = ConvertTo-Line $Text
    if ($Remedy.Remarks -contains $line) { return }
    $Remedy.Remarks.Add($line)
    Write-Note "${Id}: $line"
}
