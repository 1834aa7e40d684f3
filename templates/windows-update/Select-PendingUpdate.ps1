# The updates that Windows Update knows to be missing; throws where it does not know.
## 2 is orcSucceeded, 3 and above lack something (OperationResultCode). "Windows Update error codes by component" (learn.microsoft.com/windows/deployment/update/windows-update-error-reference): WU_E_WU_DISABLED,
## WU_E_SERVICE_STOP, WU_E_DS_*; 80070422 is ERROR_SERVICE_DISABLED.
function Select-PendingUpdate {
    $found = Find-PendingUpdate
    if ($found.Code -ne 0) {
        $code = '{0:X8}' -f $found.Code
        $why = switch -Regex ($code) {
            '80070422' { 'its service is disabled' }
            '8024002E' { 'a policy forbids the server that it is to ask' }
            '8024001E' { 'its service, or Windows, was about to stop' }
            '^80248' { 'its data store cannot be read' }
            default { 'it failed' }
        }
        throw "Windows Update cannot say what is pending: $why (0x$code)"
    }
    if ($found.Result -ne 2) { throw "Windows Update cannot say all that is pending (result $($found.Result))" }
    if ($found.Updates.Count -eq 0 -and $null -eq (Get-UpdateHistory).Search) { throw 'Windows Update cannot say what is pending: it has never searched' }
    $found.Updates
}
