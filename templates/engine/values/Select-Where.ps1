# Gives those of several values for which a condition over $_ holds.
function Select-Where([object[]] $RemedyValues, [scriptblock] $RemedyCondition) {
    foreach ($RemedyValue in $RemedyValues) {
        if ($RemedyValue | ForEach-Object -Process $RemedyCondition) { $RemedyValue }
    }
}
