function Close-Lock {
    <#
    .SYNOPSIS
        Lets the next run of this remedy begin.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param()
    if ($script:Remedy.ContainsKey('Lock') -and $null -ne $script:Remedy.Lock) {
        $script:Remedy.Lock.Dispose()
        $script:Remedy.Lock = $null
    }
}
