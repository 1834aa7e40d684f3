# The language that Windows was installed in, for example de-DE.
function Get-SystemLanguage {
    #remedyc:every-host
    [Globalization.CultureInfo]::InstalledUICulture.Name
}
