# Notes that Windows must restart first: nothing behind this item is changed.
function Write-Request {
    param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [string] $Outcome)
    $script:Remedy.Armed = $null
    Write-Record -Item $Item -Outcome $Outcome -Why ('restart first: ' + $Item.Label)
    $script:Remedy.Halt = $Item.Id
}
