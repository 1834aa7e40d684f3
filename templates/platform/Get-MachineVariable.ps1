function Get-MachineVariable {
    <#
    .SYNOPSIS
        Gives a machine-wide environment variable from the registry, where only administrators write; $null when it does not exist.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name)
    [Environment]::GetEnvironmentVariable($Name, [EnvironmentVariableTarget]::Machine)
}
