# 'each': gives the elements, those of a selection sorted by name.
## None where they cannot be read (a blocked item) or -WhatIf cannot know them yet.
function Select-Each(
    [string] $Text, [scriptblock] $Selection
    #remedyc:only Condition.After
    , [string[]] $After
    #remedyc:end
) {
    #remedyc:only Condition.After
    if (Test-Forecast $Remedy.Step $Text $After) { return }
    #remedyc:end
    try { Get-NameOrder @(& $Selection) } catch { Add-Record $Remedy.Step $Text 'blocked' "'$Text' cannot be read: $(Get-FailureText $_)" }
}
