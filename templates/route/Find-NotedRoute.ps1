# The routes that route.exe -p has noted in the registry. Note: the name of its value, 'network,mask,gateway,metric'.
## "route" (Microsoft Learn): persistent routes are stored there.
function Find-NotedRoute {
    foreach ($note in Get-RegistryValueName 'HKLM' 'SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\PersistentRoutes') {
        if ($note -notmatch '^([0-9.]+),([0-9.]+),([0-9.]+),(\d{1,5})\z') { continue }
        [pscustomobject]@{ Prefix = "$($Matches[1])/$((Get-AddressBit $Matches[2]).Replace('0', '').Length)"; NextHop = $Matches[3]; Interface = ''; Metric = [int]$Matches[4]; Note = $note }
    }
}
