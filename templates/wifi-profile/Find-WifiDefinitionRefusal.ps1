# Why an XML is none of a Wi-Fi profile of this name, or nothing. Nothing of it but a name is shown: it may hold a key.
## WLAN_profile schema (learn.microsoft.com/windows/win32/nativewifi/wlan-profileschema-elements): the first 'name' is the profile's. XmlReader takes no document type definition.
function Find-WifiDefinitionRefusal([string] $Name, [string] $Definition) {
    if ($Definition -eq '') { return 'the remedy names neither definition nor source for it' }
    $reader = [Xml.XmlReader]::Create([IO.StringReader]::new($Definition))
    $found = try { if ($reader.ReadToFollowing('name', 'http://www.microsoft.com/networking/WLAN/profile/v1')) { $reader.ReadElementContentAsString() } } catch [Xml.XmlException] { $null } finally { $reader.Dispose() }
    if ($null -eq $found) { 'what it is to be made of is no XML of a Wi-Fi profile' }
    elseif (-not (Test-Text $found $Name)) { "what it is to be made of is the profile $(Format-Name $found)" }
}
