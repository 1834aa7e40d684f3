function Test-Elevation {
    <#
    .SYNOPSIS
        True when this process has administrator's rights (SYSTEM has them too).
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    try { [System.Security.Principal.WindowsPrincipal]::new($identity).IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator) }
    finally { $identity.Dispose() }
}
