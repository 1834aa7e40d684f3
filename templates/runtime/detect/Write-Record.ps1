# Notes how an item came out.
function Write-Record {
    param(
        [Parameter(Mandatory)] [hashtable] $Item,
        [Parameter(Mandatory)] [string] $Outcome,
        [AllowEmptyString()] [string] $Why = '',
        [AllowEmptyString()] [string] $Behind = ''
    )
    $null = Add-Record -Item $Item -Outcome $Outcome -Why $Why -Behind $Behind
}
