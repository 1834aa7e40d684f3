# After the last step: services that an earlier run stopped for a while, and that a repair would start again whatever came out before.
function Resume-Left {
    if (@($script:Remedy.Left).Count -eq 0) { return }
    $script:Remedy.Halt = ''
    Step 'resume' 'Start again what was stopped' {
        foreach ($RemedyLeft in $script:Remedy.Left) {
            Ensure "resume.$RemedyLeft" "service $RemedyLeft runs again" -On "service $RemedyLeft" { Test-Resumed -Name $RemedyLeft }
        }
    }
}
