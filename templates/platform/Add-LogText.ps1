function Add-LogText {
    <#
    .SYNOPSIS
        Appends text to a file of ours; its folder has been verified before.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [string] $Text
    )
    [System.IO.File]::AppendAllText($Path, $Text, [System.Text.Encoding]::ASCII)
}
