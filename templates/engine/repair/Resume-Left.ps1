# Starts again the services that an earlier run stopped for a while.
## After the last step: starts again the services that an earlier run stopped for a while, whatever came out before.
function Resume-Left {
    if ($Remedy.Left.Count -eq 0) { return }
    $Remedy.Halt = ''
    Step 'resume' 'Start again what was stopped' {
        foreach ($left in $Remedy.Left) {
            # a step, or a 'with' that took it over, has started it
            if (-not $Remedy.Session.ContainsKey("Stopped $left")) { continue }
            Ensure "resume.$left" "service $left runs again" { Test-Resumed $left } { Wait-ServiceStart $left }
            if (-not $Remedy.Preview -and -not (Test-Resumed $left)) { Clear-SavedMark "Stopped $left" -Session }
        }
    }
}
