function Read-Tls {
    <#
    .SYNOPSIS
        Reads whether a protocol is on or off for a role (client, server) by the registry; default where Windows' own counts or the values contradict each other.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Version,
        [Parameter(Mandatory)] [ValidateSet('client', 'server')] [string] $Property
    )
    $state = (Get-TlsSetting -Version $Version -Role $Property).State
    if ($state -in 'on', 'off') { $state } else { 'default' }
}
