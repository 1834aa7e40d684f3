# Forgets the marks of earlier runs, but for services that wait to be started again.
## Forgets what earlier runs noted for the next one, but for services that wait to be started again: after a rollback all is tried as if for the first time.
function Clear-TryMark {
    foreach ($name in @($Remedy.Marks.Keys)) { if ($name -ne 'LastRun') { Clear-SavedMark $name } }
    foreach ($name in @($Remedy.Session.Keys)) { if ($name -notlike 'Stopped *') { Clear-SavedMark $name -Session } }
}
