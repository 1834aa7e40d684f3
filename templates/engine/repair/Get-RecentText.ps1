# Why a check's actions may not run again yet.
## Why a check's actions may not run again: within a day when they did not help, in the period of 'every' in any case.
## That a check's actions ran too recently, '' when they may run: once a day when they did not help, once in the period of 'every' in any case.
function Get-RecentText([string] $Mark, [timespan] $Every) {
    $time, $result, $fingerprint = ([string]$Remedy.Marks[$Mark]).Split(' ')
    $age = Get-MarkAge $time
    $period = if ($Every -gt [timespan]::Zero) { $Every } else { [timespan]::FromDays(1) }
    if ($null -eq $age -or $age -ge $period -or $fingerprint -cne $Remedy.Fingerprint) { return }
    "its actions ran within the last $(Format-Duration $period), $(if ($result -eq 'helped') { 'they helped then' } else { 'they did not help: a person must look' })"
}
