# 'when': gives whether the condition holds, and nothing where neither branch may run: it cannot be read (a blocked item), or -WhatIf cannot know it yet.
function Guard {
    param([Parameter(Mandatory)] [string] $RemedyText, [scriptblock] $RemedyCondition, [Alias('After')] [string[]] $RemedyAfter = @())
    if (Test-Forecast -Id $script:Remedy.Step -Label "when $RemedyText" -After $RemedyAfter) { return }
    try { Measure-Condition -RemedyCondition $RemedyCondition }
    catch { Add-Record $script:Remedy.Step "when $RemedyText" 'blocked' "'$RemedyText' cannot be read: $(Get-FailureText -Failure $_)" }
}
