function Test-NarrowHost {
    <#
    .SYNOPSIS
        True when this is a 32-bit process on a 64-bit Windows.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    [Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess
}
