# Gives what these installer logs name as causes, the most telling first, at most five; with the missing logon right where there is evidence of it.
function Find-InstallerCause([object[]] $Log, [datetime] $Since) {
    $causes = @(foreach ($one in $Log) { try { Find-LogCause -Log $one } catch { Write-Note -Text "$($one.Path) could not be read: $(Get-FailureText -Failure $_)" } })
    # without a service named by the log, a refused logon of a service of the step while the installer ran says more than 'fatal error'
    $logons = @(if (@($causes | Where-Object { $_.Service -ne '' }).Count -eq 0) {
            try {
                $names = @(Get-StepService)
                foreach ($record in @(Find-EventRecord -Log 'System' -Source 'Service Control Manager' -Since $Since -Id 7041, 7038)) {
                    if ($names.Count -eq 0 -or (Test-EventName -Record $record -Name $names)) { Format-EventRecord -Record $record }
                }
            }
            catch { Write-Note -Text "the System log could not be read: $(Get-FailureText -Failure $_)" }
        })
    # by rank, and within one as the logs have it: Sort-Object of 5.1 does not keep that order
    $ranked = @(foreach ($rank in 0..4) { $causes | Where-Object { $_.Rank -eq $rank } })
    $texts = @(foreach ($cause in @($ranked | Select-Object -First 5)) {
            $right = if ($cause.Service -ne '') { Get-LogonEvidence -Name $cause.Service -Since $Since } else { '' }
            $cause.Text + $right + $cause.Place
        })
    @(@($logons) + @($texts) | Select-Object -Unique | Select-Object -First 5)
}
