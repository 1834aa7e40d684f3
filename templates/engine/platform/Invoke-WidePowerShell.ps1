# Runs 64-bit PowerShell; gives its output, then its exit code as [int].
## Runs the 64-bit Windows PowerShell from a 32-bit process, hands its output on line by line, and gives its exit code (an [int]) last.
## Sysnative is the name under which a 32-bit process sees the real System32.
function Invoke-WidePowerShell([string[]] $Argument) {
    #remedyc:every-host
    & "$([Environment]::GetFolderPath('Windows'))\Sysnative\WindowsPowerShell\v1.0\powershell.exe" @Argument
    [int]$LASTEXITCODE
}
