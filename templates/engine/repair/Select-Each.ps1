# 'each': gives the elements, those of a selection sorted by name.
## None where they cannot be read (a blocked item) or -WhatIf cannot know them yet.
function Select-Each(
    [string] $RemedyText, [scriptblock] $RemedySelection
    #remedyc:only Condition.After
    , [Alias('After')] [string[]] $RemedyAfter
    #remedyc:end
) {
    #remedyc:only Condition.After
    if (Test-Forecast $Remedy.Step $RemedyText $RemedyAfter) { return }
    #remedyc:end
    try { Get-NameOrder @(& $RemedySelection) } catch { Add-Record $Remedy.Step $RemedyText 'blocked' "'$RemedyText' cannot be read: $(Get-FailureText $_)" }
}
