# In a 32-bit host: runs this script in 64-bit PowerShell, ends with its answer.
## In a 32-bit host on a 64-bit Windows, where files are not the real ones: runs this script in 64-bit PowerShell and ends with its answer.
function Confirm-Bitness {
    if (-not (Test-NarrowHost)) { return }
    if (-not $PSCommandPath) { Complete-Early 'failed' '64-bit PowerShell needed' }
    $code = 1
    foreach ($line in Invoke-WidePowerShell (Get-RestartArgument $PSCommandPath)) { if ($line -is [int]) { $code = $line } else { $line } }
    exit $code
}
