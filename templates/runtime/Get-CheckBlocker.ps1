# Says that a check's actions ran too recently, nothing when they may run: once a day when they did not help, once in the period of 'every' in any case.
function Get-CheckBlocker {
    param([Parameter(Mandatory)] [string] $Id, [Parameter(Mandatory)] [timespan] $Every)
    $mark = "Check $Id"
    if (-not $script:Remedy.Marks.ContainsKey($mark)) { return }
    $age = Get-MarkAge -Text ($script:Remedy.Marks[$mark].Split(' ')[0])
    $period = if ($Every -gt [timespan]::Zero) { $Every } else { [timespan]::FromDays(1) }
    if ($null -eq $age -or $age -ge $period) { return }
    $helped = $script:Remedy.Marks[$mark].EndsWith(' helped', [StringComparison]::Ordinal)
    $past = if ($helped) { 'they helped then' } else { 'they did not help: a person must look' }
    "its actions ran within the last $(ConvertTo-Text $period), $past"
}
