# Deletes a scheduled task that a fix has registered.
function Undo-ScheduledTask([string[]] $At, [string] $Was) {
    if ($Was) { 'its definition was not kept' } else { Clear-TaskEntry $At[0] }
}
