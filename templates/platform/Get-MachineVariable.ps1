# Gives a machine-wide environment variable from the registry, where only administrators write; $null when it does not exist.
function Get-MachineVariable {
    param([Parameter(Mandatory)] [string] $Name)
    [Environment]::GetEnvironmentVariable($Name, [EnvironmentVariableTarget]::Machine)
}
