# Throws unless a block throws.
function ExpectError {
    param([Parameter(Mandatory)] [string] $What, [Parameter(Mandatory)] [scriptblock] $ExpectBody)
    $threw = $false
    try { $null = & $ExpectBody } catch { $threw = $true }
    if (-not $threw) { throw "${What}: no error" }
}
