# Stands in for Receive-WebFile on the simulated machine: what the address offers, after the time that its transfer takes.
function Receive-SimulatedWebFile {
    param(
        [string] $Url,
        [string] $Path,
        [string] $Proxy,
        [long] $Limit,
        [int] $Milliseconds
    )
    Enter-Effect -Name 'Receive-WebFile' -Text "$Url $Path" -Change
    $machine = $global:Windows
    $address = [Uri]$Url
    $endpoint = "$($address.Host):$($address.Port)"
    $reached = if ($machine.network.endpoints.Contains($endpoint)) { [bool]$machine.network.endpoints[$endpoint] } else { [bool]$machine.network.reachable }
    if (-not $reached) {
        Step-Clock -Milliseconds 21000
        throw [System.Net.WebException]::new("No connection could be made to $endpoint")
    }
    Step-Clock -Milliseconds 100
    if (-not $machine.network.downloads.Contains($Url)) { return [pscustomobject]@{ Status = 404; Location = '' } }
    $offer = $machine.network.downloads[$Url]
    $size = Get-RowSize -Row $offer.file
    if ($size -gt $Limit) { throw "it has $size bytes, and there is room for $Limit" }
    if ([long]$offer.duration -gt $Milliseconds) {
        Step-Clock -Milliseconds $Milliseconds
        throw [System.TimeoutException]::new("timed out after $([int]($Milliseconds / 1000)) s, with 0 bytes")
    }
    Step-Clock -Milliseconds ([long]$offer.duration)
    Confirm-Write -Path $Path
    $row = Copy-Table -Value $offer.file
    $row['written'] = [long]$machine.clock.now
    $machine.files[$Path] = $row
    if ($machine.media.Contains($Url)) { $machine.media[$Path] = Copy-Table -Value $machine.media[$Url] }
    Add-Story "$Path is downloaded"
    [pscustomobject]@{ Status = 200; Location = '' }
}
