# Words for what Windows does at each failure of a service; the last holds for all further ones and stands once.
function ConvertTo-RecoveryAction([object[]] $Actions) {
    $words = @(foreach ($action in $Actions) { @('no_action', 'restart', 'restart_computer', 'run_program')[$action.Type] })
    if ($words.Count -eq 0) { $words = @('no_action') }
    while ($words.Count -gt 1 -and $words[-1] -eq $words[-2]) { $words = @($words | Select-Object -First ($words.Count - 1)) }
    $words
}
