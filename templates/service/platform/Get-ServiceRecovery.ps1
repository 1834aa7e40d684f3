# What Windows does when a service fails: Reset (seconds), Command and Actions (Type and Delay in ms); nothing where there is none.
## FailureActions of its key: the period, two fields without meaning there, the number of actions, one more, then type and delay of each, all of 32 bits
## (SERVICE_FAILURE_ACTIONSW and SC_ACTION as a 32-bit process has them).
function Get-ServiceRecovery([string] $Name) {
    #remedyc:every-host
    if ($Name.Contains('\')) { return }
    $key = Open-RegistryKey 'HKLM' "SYSTEM\CurrentControlSet\Services\$Name"
    if ($null -eq $key) { return }
    try {
        if ($key.GetValue('Start') -isnot [int]) { return }
        $data = $key.GetValue('FailureActions')
        if ($data -isnot [byte[]] -or $data.Length -lt 20) { $data = [byte[]]::new(20) }
        [pscustomobject]@{
            Reset   = [BitConverter]::ToUInt32($data, 0)
            Command = [string]$key.GetValue('FailureCommand')
            Actions = @(for ($at = 20; $at + 8 -le [Math]::Min($data.Length, 20 + 8 * [BitConverter]::ToUInt32($data, 12)); $at += 8) {
                    [pscustomobject]@{ Type = [BitConverter]::ToInt32($data, $at); Delay = [BitConverter]::ToUInt32($data, $at + 4) }
                })
        }
    }
    finally { $key.Dispose() }
}
