# What the System log tells of a service that did not start.
## What the System log tells of a service that did not start since a time, or nothing.
## Says what the System log tells about a service that did not start since a time, the cause first: '; event 7041: ...', or nothing.
## Freed: its process was ended by this script, which the log calls an unexpected end (7031, 7034); that is no reason of what follows.
function Get-ServiceFailure([string] $Name, [datetime] $Since, [switch] $Freed) {
    $ids = @(7041, 7038, 7001, 7023, 7024) + @(if (-not $Freed) { 7031, 7034 }) + @(7009, 7011, 7000)
    try {
        $names = @(Get-ServiceName $Name)
        $found = @(Find-EventRecord 'System' -Source 'Service Control Manager' -Since $Since -Id $ids)
        foreach ($id in $ids) {
            foreach ($record in $found) { if ($record.Id -eq $id -and (Test-EventName $record $names)) { return "; $(Format-EventText $record)" } }
        }
    }
    catch { Write-Note "the System log could not be read: $(Get-FailureText $_)" }
}
