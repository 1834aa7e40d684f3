# Counts what was walked: items, not the guards around them.
function Get-CheckCount {
    $count = 0
    foreach ($record in $script:Remedy.Records) { if ($record.Kind -ne 'guard') { $count++ } }
    $count
}
