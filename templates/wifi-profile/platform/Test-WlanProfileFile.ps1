# Whether Windows keeps a profile of a wireless network, of whichever adapter.
## "Import Wi-Fi settings for Windows devices" (learn.microsoft.com/mem/intune/configuration/wi-fi-profile-shared-key): the folder Interfaces\{guid} has the XML of each.
function Test-WlanProfileFile {
    #remedyc:every-host
    try { [IO.Directory]::GetFiles("$([Environment]::GetFolderPath('CommonApplicationData'))\Microsoft\Wlansvc\Profiles\Interfaces", '*.xml', 'AllDirectories').Count -gt 0 }
    catch [IO.DirectoryNotFoundException] { $false }
}
