# The newest logs of SYSTEM, an administrator or this account, at most six.
## The newest of these logs that are SYSTEM's, an administrator's or this account's own, at most six.
## Who may create files in a temporary folder chooses their names, times and texts: such a log is neither read nor believed, and looking for others has an end.
function Select-TrustedLog([object[]] $Log) {
    $budget = Get-SearchBudget
    $begin = Get-Tick
    $taken = 0
    foreach ($one in @($Log | Sort-Object -Property Time -Descending)) {
        if ($taken -ge 6 -or (Get-Tick) - $begin -ge [Math]::Min([long]5000, $budget.Milliseconds)) { break }
        try { $security = Get-PathSecurity $one.Path } catch { continue }
        if ($null -ne $security -and -not $security.Reparse -and (Test-TrustedSid $security.Owner)) { $taken++; $one }
    }
    $budget.Milliseconds -= (Get-Tick) - $begin
}
