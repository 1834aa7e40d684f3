# 'when': gives whether the condition holds, and nothing where neither branch may run.
## It cannot be read (a blocked item), or -WhatIf cannot know it yet.
function Guard([string] $RemedyText, [scriptblock] $RemedyCondition, [Alias('After')] [string[]] $RemedyAfter) {
    if (Test-Forecast $Remedy.Step "when $RemedyText" $RemedyAfter) { return }
    try { Measure-Condition $RemedyCondition } catch { Add-Record $Remedy.Step "when $RemedyText" 'blocked' "'$RemedyText' cannot be read: $(Get-FailureText $_)" }
}
