# Adds a capability of Windows again, or removes it again.
function Undo-WindowsCapability([string[]] $At, [string] $Was) {
    $timeout = [timespan]'00:30:00'
    $code = Switch-Capability $At[0] ($Was -eq 'True') '' $timeout
    # 3010: done after a restart
    if ($code -notin 0, 3010) { throw (Get-FeatureFailure $code $timeout) }
}
