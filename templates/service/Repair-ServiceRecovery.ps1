# Sets what Windows does when a service fails; delays stay, or are a minute.
function Repair-ServiceRecovery([string] $Name, [string[]] $Recovery) {
    if ($null -eq (Test-ServiceRecovery $Name $Recovery)) { return }
    Write-ServiceRecoveryPart $Name {
        param($now)
        $codes = @{ no_action = 0; restart = 1; restart_computer = 2; run_program = 3 }
        $delay = @($now.Actions | Where-Object { $_.Type -ne 0 } | ForEach-Object { $_.Delay }) + 60000
        @{ Reset = $now.Reset; Actions = [uint32[]]@(foreach ($word in $Recovery) { $codes[$word]; $(if ($word -eq 'no_action') { 0 } else { $delay[0] }) }) }
    }
}
