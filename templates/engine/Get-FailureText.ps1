# Gives the message of what was caught as one line: the innermost exception's, since PowerShell wraps what .NET throws.
function Get-FailureText {
    param([Management.Automation.ErrorRecord] $Failure)
    $cause = $Failure.Exception.GetBaseException()
    ConvertTo-Line $(if ([string]::IsNullOrWhiteSpace($cause.Message)) { $cause.GetType().Name } else { $cause.Message })
}
