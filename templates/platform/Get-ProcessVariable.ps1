function Get-ProcessVariable {
    <#
    .SYNOPSIS
        Gives an environment variable of this process, $null when it does not exist. For secrets only: anyone who starts a process chooses them.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name)
    [Environment]::GetEnvironmentVariable($Name)
}
