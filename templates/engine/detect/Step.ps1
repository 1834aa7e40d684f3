# The unit of reporting. Behind a step with a finding nothing is looked at: before that is settled a remediation would change nothing there.
function Step([string] $RemedyName, [string] $RemedyTitle, [scriptblock] $RemedyBody) {
    if ($Remedy.Deviating.Count + $Remedy.Blocked.Count -gt 0) { return }
    $Remedy.Step = $RemedyName
    $null = & $RemedyBody
}
