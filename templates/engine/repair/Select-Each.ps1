# 'each': gives the elements, those of a selection sorted by name.
## None where they cannot be read (a blocked item) or -WhatIf cannot know them yet.
function Select-Each([string] $RemedyText, [scriptblock] $RemedySelection, [Alias('After')] [string[]] $RemedyAfter) {
    if (Test-Forecast $Remedy.Step $RemedyText $RemedyAfter) { return }
    try { Get-NameOrder @(& $RemedySelection) } catch { Add-Record $Remedy.Step $RemedyText 'blocked' "'$RemedyText' cannot be read: $(Get-FailureText $_)" }
}
