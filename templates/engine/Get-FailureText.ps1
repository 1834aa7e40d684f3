# What was caught as one line: the innermost message, since PowerShell wraps what .NET throws.
function Get-FailureText([Management.Automation.ErrorRecord] $Failure) {
    $cause = $Failure.Exception.GetBaseException()
    ConvertTo-Line $(if ("$($cause.Message)".Trim()) { $cause.Message } else { $cause.GetType().Name })
}
