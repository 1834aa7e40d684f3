# The arguments with which PowerShell runs the copy: AllSigned where its signature counts on this machine without a question, else Bypass.
## Of a signed script PowerShell asks, unless its publisher is trusted, and nobody answers a task (about_Execution_Policies, about_Signing). A policy of the domain counts before either.
function Get-OwnArgument([string] $Path) {
    $signature = if (Test-FileEntry $Path) { Get-FileSignature $Path }
    $isTrusted = $null -ne $signature -and $signature.Status -eq 'Valid' -and $null -ne (Get-StoreCertificate 'TrustedPublisher' $signature.Thumbprint)
    '-NoProfile', '-NonInteractive', '-ExecutionPolicy', $(if ($isTrusted) { 'AllSigned' } else { 'Bypass' }), '-File', $Path
}
