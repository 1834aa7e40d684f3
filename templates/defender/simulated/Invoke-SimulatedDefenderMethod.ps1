# Stands in for Invoke-DefenderMethod on the simulated machine: Set, Add and Remove of preferences, updates and scans.
function Invoke-SimulatedDefenderMethod([string] $Class, [string] $Method, [hashtable] $Values, [timespan] $Timeout) {
    $name = @($Values.Keys | Where-Object { $_ -ne 'Force' }) -join ' '
    $null = Enter-Effect -Name 'Invoke-DefenderMethod' -Text "$Class $Method $name" -Change
    Confirm-Cim -Readable $global:Windows.computer.cimReadable
    $defender = $global:Windows.defender
    if (-not $defender.installed) { throw 'Invalid namespace' }
    if ($Method -notin 'Set', 'Add', 'Remove', 'Update', 'Start') { throw 'Invalid method' }
    if ($defender.status.AMRunningMode -eq 'Not running') { throw 'The extrinsic Method could not be executed (0x800106ba)' }
    if ($Class -ne 'MSFT_MpPreference') {
        $outcome = if ($Method -eq 'Update') { $defender.updating } else { $defender.scanning }
        if ($outcome -eq 'hangs') {
            Step-Clock -Milliseconds $Timeout.TotalMilliseconds
            throw [TimeoutException]::new('The operation has timed out')
        }
        Step-Clock -Milliseconds 60000
        if ($outcome -eq 'fails') { throw "$Class.$Method returned 2147942405" }
        Add-Story "Microsoft Defender Antivirus: $Method"
        if ($Method -eq 'Update') { $defender.status.AntivirusSignatureAge = 0 }
        return
    }
    # Tamper protection takes a change without an error and does not make it
    if ($defender.ignoresChanges -or ($defender.status.IsTamperProtected -and $name -in 'MAPSReporting', 'DisableRealtimeMonitoring')) { return }
    $value = $Values[$name]
    $now = $defender.preferences[$name]
    Add-Story "Microsoft Defender Antivirus: $Method $name $value"
    $defender.preferences[$name] = switch ($Method) {
        'Add' { , [object[]]@(@($now) + @($value)) }
        'Remove' { , [object[]]@($now | Where-Object { $value -notcontains $_ }) }
        default { if ($value -is [bool]) { $value } elseif ($value -is [datetime]) { $value.ToString('HH:mm:ss') } else { [long]$value } }
    }
    if ($name -eq 'DisableRealtimeMonitoring') { $defender.status.RealTimeProtectionEnabled = -not $value }
}
