# With -WhatIf: true for what reads what a fix before it would change.
## With -WhatIf: true for what reads something that a fix before it would change, which is only told.
## Nobody knows yet what will be there.
function Test-Forecast([string] $Id, [string] $Label, [string[]] $After) {
    $cause = if ($Remedy.Preview) { Find-Outcome $After 'deviates', 'after' }
    if ($cause) { Add-Record $Id $Label 'after' '' $cause }
    [bool]$cause
}
