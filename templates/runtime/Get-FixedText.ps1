# Says how many items were fixed and in which steps, '' for none.
function Get-FixedText {
    param([Parameter(Mandatory)] [int] $Total)
    $count = Get-OutcomeCount -Outcome 'fixed'
    if ($count -eq 0) { return '' }
    $steps = [Collections.Generic.List[string]]::new()
    foreach ($record in $script:Remedy.Records) { if ($record.Outcome -eq 'fixed' -and -not $steps.Contains($record.Step)) { $steps.Add($record.Step) } }
    '{0} of {1} fixed: {2}' -f $count, $Total, ($steps -join ', ')
}
