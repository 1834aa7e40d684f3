function Get-MarkHive {
    <#
    .SYNOPSIS
        Gives the hive that holds the marks: the machine's, or the user's for a remedy that runs as the user.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    if ($script:Remedy.Context -eq 'user') { 'HKCU' } else { 'HKLM' }
}
