# The row of an event channel, nothing where a scenario says that there is none. One of which none says anything is as Windows ships it. Throws as Windows does while its event log is stopped.
function Get-EventChannelRow {
    param([string] $Name)
    if ($global:Windows.services['EventLog'].state -ne 'running') { throw [System.ComponentModel.Win32Exception]::new(1722, 'The RPC server is unavailable.') }
    if (-not $global:Windows.channels.Contains($Name)) {
        $size = if ($Name -in 'Application', 'Security', 'System') { 20MB } else { 1028KB }
        return [ordered]@{ enabled = $true; size = $size; mode = 'circular'; direct = $false }
    }
    $row = $global:Windows.channels[$Name]
    if (-not $row.Contains('missing')) { $row }
}
