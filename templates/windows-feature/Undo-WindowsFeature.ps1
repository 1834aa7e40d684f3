# Enables or disables an optional feature of Windows again.
function Undo-WindowsFeature([string[]] $At, [string] $Was) {
    $timeout = [timespan]'00:30:00'
    $code = Switch-Feature $At[0] ($Was -eq 'True') '' $timeout
    # 3010: done after a restart
    if ($code -notin 0, 3010) { throw (Get-FeatureFailure $code $timeout) }
}
