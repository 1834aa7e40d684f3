# Registers a scheduled task that is missing, switches it on or off, or (Absent) deletes it.
function Repair-ScheduledTask([string] $Path, [switch] $Absent, [object] $Enabled, [string] $Definition) {
    if ($Absent) {
        Add-Journal 'Lost' "scheduled task $Path was deleted"
        return Clear-TaskEntry -Path $Path
    }
    if ($null -eq (Get-TaskEntry $Path)) {
        Add-Journal 'ScheduledTask' $Path '' 'registered'
        # a text has no encoding of its own
        Add-TaskEntry $Path ($Definition -replace '^\s*<\?xml[^>]*\?>')
    }
    if ($null -ne $Enabled -and (Get-TaskEntry $Path).Enabled -ne $Enabled) {
        Add-Journal 'ScheduledTaskEnabled' $Path "$(-not $Enabled)" "$Enabled"
        Write-TaskEnabled $Path $Enabled
    }
}
