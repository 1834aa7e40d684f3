# The language that Windows was installed in: de-DE.
function Read-OsLanguage { Get-SystemLanguage }
