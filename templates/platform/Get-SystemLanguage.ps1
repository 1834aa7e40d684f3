# Gives the language that Windows was installed in, for example de-DE.
function Get-SystemLanguage {
    [Globalization.CultureInfo]::InstalledUICulture.Name
}
