# Adds a cause to the item that failed.
## Adds a cause to the item that failed; the first one reaches the summary line, all of them the log.
## Seen: what was found and may have nothing to do with the failure; it says itself where it was seen, and reaches the summary line where no cause does.
function Write-Finding([string] $Text, [switch] $Seen) {
    #remedyc:only Context.Accounts
    $Text = Add-AccountName $Text
    #remedyc:end
    $line = ConvertTo-Line $Text
    $id = $Remedy.Step
    if ($null -ne $Remedy.Finding) {
        $id = $Remedy.Finding.Id
        if ($Seen) { $Remedy.Finding.Seen += $line } else { $Remedy.Finding.Causes += $line }
    }
    Write-Note "${id}: $(if (-not $Seen) { 'cause: ' })$line" $(if ($Seen) { 2 } else { 3 }) ([ordered]@{ kind = 'finding'; id = $id; why = $line })
}
