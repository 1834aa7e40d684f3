# Notes something for people that is no verdict; it stands at the end of the summary line, once.
function Write-Remark {
    param([string] $Text, [string] $Id = $script:Remedy.Step)
    #remedyc:only Context.Accounts
    $Text = Add-AccountName $Text
    #remedyc:end
    $line = ConvertTo-Line $Text
    if ($script:Remedy.Remarks.Contains($line)) { return }
    $script:Remedy.Remarks.Add($line)
    Write-Note "${Id}: $line"
}
