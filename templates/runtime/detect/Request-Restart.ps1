function Request-Restart {
    <#
    .SYNOPSIS
        Notes that a repair would ask for a restart here.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [hashtable] $Item)
    Write-Request -Item $Item -Outcome 'deviates'
}
