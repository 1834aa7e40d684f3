# Switches a scheduled task on or off again.
function Undo-ScheduledTaskEnabled([string[]] $At, [string] $Was) { Write-TaskEnabled $At[0] ($Was -eq 'True') }
