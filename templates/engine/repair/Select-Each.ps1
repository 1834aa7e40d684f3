# 'each': gives the elements, those of a selection sorted by name; none where they cannot be read (a blocked item) or -WhatIf cannot know them yet.
function Select-Each {
    param([Parameter(Mandatory)] [string] $RemedyText, [scriptblock] $RemedySelection, [Alias('After')] [string[]] $RemedyAfter = @())
    if (Test-Forecast -Id $script:Remedy.Step -Label $RemedyText -After $RemedyAfter) { return }
    try { Get-NameOrder -Element @(& $RemedySelection) }
    catch { Add-Record $script:Remedy.Step $RemedyText 'blocked' "'$RemedyText' cannot be read: $(Get-FailureText -Failure $_)" }
}
