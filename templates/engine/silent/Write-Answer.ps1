# Gives the channel its answer and ends the script: a line where it is installed, silence where not, and an exit code where nobody can tell.
function Write-Answer([string] $Word, [string] $Text) {
    Write-Note "$Word $Text"
    if ($Word -eq 'COMPLIANT') { Write-Output "COMPLIANT $($Remedy.Name) $($Remedy.Version)" }
    exit [int](@('BLOCKED', 'FAILED') -contains $Word)
}
