# 'when': nothing where neither branch may run.
## 'when': gives whether the condition holds, and nothing where neither branch may run.
## It cannot be read (a blocked item), or -WhatIf cannot know it yet.
function Guard(
    [string] $Text, [scriptblock] $Condition
    #remedyc:only Condition.After
    , [string[]] $After
    #remedyc:end
) {
    #remedyc:only Condition.After
    if (Test-Forecast $Remedy.Step "when $Text" $After) { return }
    #remedyc:end
    try { Measure-Condition $Condition } catch { Add-Record $Remedy.Step "when $Text" 'blocked' "'$Text' cannot be read: $(Get-FailureText $_)" }
}
