# Counts failed runs in a row and keeps why the last one did.
function Write-RunMark {
    param([Parameter(Mandatory)] [string] $Outcome, [string] $Why)
    if ($Outcome -eq 'failed') {
        $count = 0
        $null = [int]::TryParse([string]$script:Remedy.Marks['FailedRuns'], [ref]$count)
        Save-Mark -Name 'FailedRuns' -Value ([string]($count + 1))
        Save-Mark -Name 'FailedAt' -Value (Get-ClockText)
        Save-Mark -Name 'FailedWhy' -Value $Why
    }
    elseif ($Outcome -notin 'blocked', 'busy') { foreach ($name in 'FailedRuns', 'FailedAt', 'FailedWhy') { Clear-SavedMark -Name $name } }
}
