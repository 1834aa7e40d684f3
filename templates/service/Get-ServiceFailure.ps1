# Says what the System log tells about a service that did not start since a time, by event number: '; event 7041: ...', or nothing.
# Events of the Service Control Manager name a service by its name or its display name. Freed: its process was ended by this script, which the log calls
# an unexpected end (7031, 7034); that is no reason of what follows, and the exit code tells of another one.
function Get-ServiceFailure([string] $Name, [datetime] $Since, [switch] $Freed) {
    try {
        $names = @(Get-ServiceName -Name $Name)
        $found = @(Find-EventRecord -Log 'System' -Source 'Service Control Manager' -Since $Since -Id 7000, 7001, 7009, 7011, 7023, 7024, 7031, 7034, 7038, 7041)
        # the cause first: what the logon refused, then the rest
        foreach ($id in 7041, 7038, 7001, 7023, 7024, 7031, 7034, 7009, 7011, 7000) {
            if ($Freed -and $id -in 7031, 7034) { continue }
            foreach ($record in $found) {
                if ($record.Id -eq $id -and (Test-EventName -Record $record -Name $names)) { return "; $(Format-EventText -Record $record)" }
            }
        }
    }
    catch { Write-Note -Text "the System log could not be read: $(Get-FailureText -Failure $_)" }
}
