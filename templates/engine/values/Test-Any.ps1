# True when a condition over $_ holds for one of several values.
function Test-Any {
    param(
        [Parameter(Mandatory, Position = 0)] [AllowNull()] [AllowEmptyCollection()] [object[]] $RemedyValues,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyCondition
    )
    foreach ($RemedyValue in $RemedyValues) {
        if ($RemedyValue | ForEach-Object -Process $RemedyCondition) { return $true }
    }
    $false
}
