# The text of an element of a Wi-Fi profile's XML; $null without it, or without the profile.
## WLAN_profile schema (learn.microsoft.com/windows/win32/nativewifi/wlan-profileschema-elements): in the namespace v1 'connectionMode' stands below WLANProfile alone, 'authentication' below authEncryption alone. XmlReader takes no document type definition.
function Read-WifiProfileElement([string] $Name, [string] $Element) {
    foreach ($one in Find-WifiProfile $Name) {
        $text = Get-WlanProfileText $one.Interface $one.Name
        if (-not $text) { continue }
        $reader = [Xml.XmlReader]::Create([IO.StringReader]::new($text))
        try { if ($reader.ReadToFollowing($Element, 'http://www.microsoft.com/networking/WLAN/profile/v1')) { $reader.ReadElementContentAsString() } }
        finally { $reader.Dispose() }
        return
    }
}
