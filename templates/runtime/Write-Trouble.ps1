# Notes an item that failed or is blocked, so that what depends on it waits.
function Write-Trouble {
    param(
        [Parameter(Mandatory)] [hashtable] $Item,
        [Parameter(Mandatory)] [string] $Outcome,
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why
    )
    Write-Record -Item $Item -Outcome $Outcome -Why $Why
    Add-Spoiled -Item $Item -Outcome $Outcome
}
