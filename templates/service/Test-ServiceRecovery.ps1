# Gives the reason where Windows does something else when a service fails.
function Test-ServiceRecovery([string] $Name, [string[]] $Recovery) {
    $is = @(Read-ServiceRecovery $Name)
    if ($is.Count -eq 0) { return "service $Name is not installed" }
    # the same words mean the same, however often the last one stands
    $codes = @{ no_action = 0; restart = 1; restart_computer = 2; run_program = 3 }
    $wanted = @(ConvertTo-RecoveryAction @(foreach ($word in $Recovery) { @{ Type = $codes[$word] } }))
    if ("$is" -ne "$wanted") { "when service $Name fails Windows does $($is -join ', '), not $($wanted -join ', ')" }
}
