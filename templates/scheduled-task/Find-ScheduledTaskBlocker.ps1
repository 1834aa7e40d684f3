# Why a scheduled task that is missing cannot be made, or nothing.
function Find-ScheduledTaskBlocker([string] $Path, [switch] $Absent, [string] $Definition) {
    if ($Absent -or $null -ne (Get-TaskEntry $Path)) { return }
    if (-not $Definition) { return 'the remedy does not say its definition' }
    if ($Definition -match '<LogonType>\s*(Interactive\w+Or)?Password\s*<') { 'its definition needs a password, which a script does not have' }
}
