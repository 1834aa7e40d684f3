# Stands in for Find-User on the simulated machine.
function Find-SimulatedUser {
    Enter-Effect -Name 'Find-User'
    $accounts = $global:Windows.accounts
    foreach ($name in @($global:Windows.users.PSBase.Keys)) {
        $sid = @($accounts.PSBase.Keys | Where-Object { $_ -like "*\$name" } | ForEach-Object { $accounts[$_] } | Where-Object { $_ -like 'S-1-5-21-*' })
        [pscustomobject]@{ Name = $name; Number = if ($sid.Count -gt 0) { [int]($sid[0] -replace '^.*-') } else { 1000 } }
    }
}
