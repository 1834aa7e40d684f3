# Makes a Wi-Fi profile that all users have, on each adapter.
function Repair-WifiProfilePresence(
    [string] $Name,
    #remedyc:only WifiProfile.Url
    [string] $Url = '',
    #remedyc:end
    #remedyc:only WifiProfile.Source WifiProfile.Url
    [string] $Source = '',
    [string] $Sha256 = '',
    #remedyc:end
    [string] $Definition = ''
) {
    #remedyc:only WifiProfile.Url
    if ($Url -ne '') { return Use-Download $Url $Sha256 { param($Copy) Repair-WifiProfilePresence $Name -Source $Copy -Sha256 $Sha256 } }
    #remedyc:end
    #remedyc:only WifiProfile.Source WifiProfile.Url
    if ($Source -ne '') { $Definition = Read-WifiProfileSource $Source $Sha256 }
    #remedyc:end
    $why = Find-WifiDefinitionRefusal $Name $Definition
    if ($why) { throw $why }
    Add-Journal 'WifiProfile' $Name '' 'there'
    foreach ($adapter in Find-WifiAdapter) {
        try { Write-WlanProfile $adapter $Definition } catch { throw "Wi-Fi profile $(Format-Name $Name) could not be made: $(Get-FailureText $_)" }
    }
}
