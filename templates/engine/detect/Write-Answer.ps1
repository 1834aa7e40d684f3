# The answer, at most 2,048 characters, and the end of the script.
function Write-Answer([string] $Word, [string] $Text) {
    $line = "$Word $($Remedy.Name) $($Remedy.Version) | $Text"
    $tail = ''
    #remedyc:only Context.LastRun
    # after a remediation that did not succeed nothing else tells the administrator why
    if ($Word -ne 'COMPLIANT') { $tail = "$(Get-LastRunText)" }
    #remedyc:end
    if (($line + $tail).Length -gt 2048) { $line = $line.Substring(0, 2045 - $tail.Length) + '...' }
    Write-Output ($line + $tail)
    exit [int]($Word -ne 'COMPLIANT')
}
