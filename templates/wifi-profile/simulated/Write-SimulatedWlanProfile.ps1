# Stands in for Write-WlanProfile on the simulated machine.
function Write-SimulatedWlanProfile {
    param([Parameter(Mandatory)] [byte[]] $Interface, [Parameter(Mandatory)] [string] $Xml)
    $read = @{ name = ''; authentication = ''; connectionMode = '' }
    foreach ($element in @($read.Keys)) {
        $reader = [System.Xml.XmlReader]::Create([System.IO.StringReader]::new($Xml))
        if ($reader.ReadToFollowing($element, 'http://www.microsoft.com/networking/WLAN/profile/v1')) { $read[$element] = $reader.ReadElementContentAsString() }
        $reader.Dispose()
    }
    Enter-Effect -Name 'Write-WlanProfile' -Text $read.name -Change
    # ERROR_BAD_PROFILE
    if (-not $Xml.Contains('<SSIDConfig')) { throw 'The network connection profile is corrupted (error 1206, WLAN_REASON_CODE 524289)' }
    if ($global:Windows.wifi.Contains($read.name)) { return }
    Add-Story "the Wi-Fi profile $($read.name) is made"
    $global:Windows.wifi[$read.name] = [ordered]@{ authentication = $read.authentication; connectionMode = $read.connectionMode; groupPolicy = $false }
}
