# True when a condition over $_ holds for one of several values.
function Test-Any([object[]] $RemedyValues, [scriptblock] $RemedyCondition) {
    foreach ($RemedyValue in $RemedyValues) {
        if ($RemedyValue | ForEach-Object -Process $RemedyCondition) { return $true }
    }
    $false
}
