# After the last step: starts again the services that an earlier run stopped for a while.
## After the last step: starts again the services that an earlier run stopped for a while, whatever came out before.
function Resume-Left {
    if ($Remedy.Left.Count -eq 0) { return }
    $Remedy.Halt = ''
    Step 'resume' 'Start again what was stopped' {
        foreach ($RemedyLeft in $Remedy.Left) {
            # a step, or a 'with' that took it over, has started it
            if (-not $Remedy.Session.ContainsKey("Stopped $RemedyLeft")) { continue }
            Ensure "resume.$RemedyLeft" "service $RemedyLeft runs again" { Test-Resumed -Name $RemedyLeft } { Wait-ServiceStart -Name $RemedyLeft }
            if (-not $Remedy.Preview -and -not (Test-Resumed -Name $RemedyLeft)) { Clear-SavedMark -Name "Stopped $RemedyLeft" -Session }
        }
    }
}
