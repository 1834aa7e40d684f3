# Notes something for people that is no verdict; it stands at the end of the summary line, once.
function Write-Remark {
    param([Parameter(Mandatory)] [string] $Text, [string] $Id = $script:Remedy.Step)
    $line = ConvertTo-Line (Add-AccountName $Text)
    if ($script:Remedy.Remarks.Contains($line)) { return }
    $script:Remedy.Remarks.Add($line)
    Write-Note -Text "${Id}: $line"
}
