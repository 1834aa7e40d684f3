# An environment variable of this process, $null when it does not exist.
## For secrets only: anyone who starts a process chooses them.
function Get-ProcessVariable([string] $Name) {
    #remedyc:every-host
    [Environment]::GetEnvironmentVariable($Name)
}
