# With -WhatIf: true for what reads something that a fix before it would change, which is only told; nobody knows yet what will be there.
function Test-Forecast {
    param([Parameter(Mandatory)] [string] $Id, [string] $Label, [string[]] $After)
    if (-not $script:Remedy.Preview) { return $false }
    $cause = Find-Outcome -Id $After -Outcome 'deviates', 'after'
    if ($cause -ne '') { Add-Record $Id $Label 'after' '' $cause }
    $cause -ne ''
}
