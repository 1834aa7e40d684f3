# Adds a cause to the item that failed; the first one reaches the summary line, all of them the log.
# Seen: what was found and may have nothing to do with the failure; it says itself where it was seen, and reaches the summary line where no cause does.
function Write-Finding {
    param([Parameter(Mandatory, Position = 0)] [string] $Text, [switch] $Seen)
    $line = ConvertTo-Line (Add-AccountName $Text)
    $id = $script:Remedy.Step
    if ($null -ne $script:Remedy.Finding) {
        if ($Seen) { $script:Remedy.Finding.Seen.Add($line) } else { $script:Remedy.Finding.Causes.Add($line) }
        $id = $script:Remedy.Finding.Id
    }
    Write-Note -Text $(if ($Seen) { "${id}: $line" } else { "${id}: cause: $line" }) -Severity $(if ($Seen) { 2 } else { 3 }) -Data ([ordered]@{ kind = 'finding'; id = $id; why = $line })
}
