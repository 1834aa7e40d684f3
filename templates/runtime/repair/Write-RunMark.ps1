# Counts failed runs in a row and keeps why the last one did, and forgets restarts that are no longer due.
function Write-RunMark {
    param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
    foreach ($id in $script:Remedy.Settled) {
        Clear-SavedMark -Name "Asked $id"
        Clear-SavedMark -Name "Asked $id" -Session
    }
    if ($Outcome -eq 'failed') {
        $count = 0
        if ($script:Remedy.Marks.ContainsKey('FailedRuns')) { $null = [int]::TryParse($script:Remedy.Marks['FailedRuns'], [ref]$count) }
        Save-Mark -Name 'FailedRuns' -Value ([string]($count + 1))
        Save-Mark -Name 'FailedAt' -Value (Get-ClockText)
        Save-Mark -Name 'FailedWhy' -Value $Why
    }
    elseif (@('blocked', 'busy') -notcontains $Outcome) {
        Clear-SavedMark -Name 'FailedRuns'
        Clear-SavedMark -Name 'FailedAt'
        Clear-SavedMark -Name 'FailedWhy'
    }
}
