# Gives the SID of a service's logon account; $null where there is none, and for a driver.
## Throws where no account has the name: that is not 'none'.
function Read-ServiceAccount([string] $Name) {
    $configuration = Get-ServiceConfiguration $Name
    if ($null -eq $configuration) { return }
    $sid = ConvertTo-ServiceAccount $configuration
    if ($null -eq $sid -and ($configuration.Type -band 0x30)) { throw "service $Name logs on as $(ConvertTo-Line $configuration.Account), which is no account here" }
    $sid
}
