# Throws unless a value is the expected one: true, unless -Is names another. Lists are compared in their order, texts with their case.
function Expect {
    param([Parameter(Mandatory)] [string] $What, [Parameter(Mandatory)] [AllowNull()] [AllowEmptyString()] [AllowEmptyCollection()] [object] $Value, [AllowNull()] [object] $Is = $true)
    $found = @($Value) -join ', '
    $expected = @($Is) -join ', '
    if ($found -cne $expected) { throw "${What}: '$found', expected '$expected'" }
}
