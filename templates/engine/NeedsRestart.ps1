# Writes down at once that a fix counts after a restart of Windows.
## A repair or an action says, where it can before it acts, that Windows must restart for it to count.
## Written down at once: the run may be killed behind it.
function NeedsRestart([string] $Why) {
    $Remedy.Restart = $Why
    Add-Journal 'Restart' $Why
    Save-Mark "Due $($Remedy.Item)" $Why -Session
}
