# What installer logs name as causes, the most telling first, at most five.
## Without a service that the log names as not started, a refused logon of a service of the step while the installer ran says more than 'fatal error'.
function Find-InstallerCause([object[]] $Log, [datetime] $Since) {
    $causes = @(foreach ($one in $Log) { try { Find-LogCause $one } catch { Write-Note "$($one.Path) could not be read: $(Get-FailureText $_)" } })
    $texts = @(
        if (@($causes | Where-Object { $_.Service }).Count -eq 0) {
            try {
                $names = @(Get-StepService)
                foreach ($record in @(Find-EventRecord 'System' $Since 'Service Control Manager' 7041, 7038)) { if ($names.Count -eq 0 -or (Test-EventName $record $names)) { Format-EventText $record } }
            }
            catch { Write-Note "the System log could not be read: $(Get-FailureText $_)" }
        }
        # Sort-Object of 5.1 does not keep the order of the logs
        foreach ($rank in 0..4) { foreach ($cause in $causes) { if ($cause.Rank -eq $rank) { "$($cause.Text)$(if ($cause.Service) { Get-LogonEvidence $cause $Since })$($cause.Place)" } } }
    )
    $texts | Select-Object -Unique | Select-Object -First 5
}
