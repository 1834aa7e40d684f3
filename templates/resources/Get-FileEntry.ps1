function Get-FileEntry {
    <#
    .SYNOPSIS
        Gives what stands at a file's path (Get-PathEntry), and names the path where that cannot be read.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string] $Path)
    try { Get-PathEntry -Path $Path }
    catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
