# Says that this remedy failed three times in a row during the last day, and why, '' when it did not.
function Get-SpentText {
    $count = 0
    if (-not [int]::TryParse([string]$script:Remedy.Marks['FailedRuns'], [ref]$count) -or $count -lt 3) { return '' }
    $age = Get-MarkAge -Text ([string]$script:Remedy.Marks['FailedAt'])
    if ($null -eq $age -or $age.TotalDays -ge 1) { return '' }
    $why = [string]$script:Remedy.Marks['FailedWhy']
    "$count runs failed in a row; not tried again for a day, or with -Force$(if ($why -ne '') { "; the last one: $(ConvertTo-Line $why -Limit 400)" })"
}
