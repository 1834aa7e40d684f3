function Get-SystemLanguage {
    <#
    .SYNOPSIS
        Gives the language that Windows was installed in, for example de-DE.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    [System.Globalization.CultureInfo]::InstalledUICulture.Name
}
