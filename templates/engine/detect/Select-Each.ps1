# 'each': gives the elements, those of a selection sorted by name.
## None where they cannot be read: that is a finding.
function Select-Each([string] $RemedyText, [scriptblock] $RemedySelection) {
    try { Get-NameOrder -Element @(& $RemedySelection) } catch { Add-Finding 'Blocked' "'$RemedyText' cannot be read: $(Get-FailureText $_)" }
}
