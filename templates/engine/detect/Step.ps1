# The unit of reporting. Behind one with a finding a remediation would change nothing.
function Step([string] $RemedyName, [string] $RemedyTitle, [scriptblock] $RemedyBody) {
    if ($Remedy.Deviating -or $Remedy.Blocked) { return }
    $Remedy.Step = $RemedyName
    $null = & $RemedyBody
}
