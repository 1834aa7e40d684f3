# Notes how an item came out, in the log too.
function Write-Record {
    param(
        [Parameter(Mandatory)] [hashtable] $Item,
        [Parameter(Mandatory)] [string] $Outcome,
        [AllowEmptyString()] [string] $Why = '',
        [AllowEmptyString()] [string] $Behind = ''
    )
    Write-ItemLog -Record (Add-Record -Item $Item -Outcome $Outcome -Why $Why -Behind $Behind)
}
