function Find-InstallerCause {
    <#
    .SYNOPSIS
        Gives what these installer logs name as causes, the most telling first, at most five; with the missing logon right where there is evidence of it.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [AllowEmptyCollection()] [object[]] $Log,
        [Parameter(Mandatory)] [datetime] $Since
    )
    $causes = @(foreach ($one in $Log) { try { Find-LogCause -Log $one } catch { Write-Verbose "$($one.Path) could not be read: $($_.Exception.Message)" } })
    $texts = @(foreach ($cause in @($causes | Sort-Object -Property Rank)) {
            $right = if ($cause.Service -ne '') { Get-LogonEvidence -Name $cause.Service -Since $Since } else { '' }
            $cause.Text + $right + $cause.Place
        })
    @($texts | Select-Object -Unique -First 5)
}
