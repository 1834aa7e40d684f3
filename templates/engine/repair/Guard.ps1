# 'when': gives whether the condition holds, and nothing where neither branch may run.
## It cannot be read (a blocked item), or -WhatIf cannot know it yet.
function Guard(
    [string] $RemedyText, [scriptblock] $RemedyCondition
    #remedyc:only Condition.After
    , [Alias('After')] [string[]] $RemedyAfter
    #remedyc:end
) {
    #remedyc:only Condition.After
    if (Test-Forecast $Remedy.Step "when $RemedyText" $RemedyAfter) { return }
    #remedyc:end
    try { Measure-Condition $RemedyCondition } catch { Add-Record $Remedy.Step "when $RemedyText" 'blocked' "'$RemedyText' cannot be read: $(Get-FailureText $_)" }
}
