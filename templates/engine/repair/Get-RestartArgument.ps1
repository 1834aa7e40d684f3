# The arguments with which this script starts itself again.
## The arguments with which this script starts itself again: parameters as -Name:value, only switches that are set.
function Get-RestartArgument([string] $Path) {
    '-NoProfile', '-NonInteractive', '-File', $Path
    #remedyc:only Context.Parameters
    foreach ($name in $Remedy.Parameters.Keys) {
        if (-not $Remedy.Bound.ContainsKey($name)) { continue }
        $value = [string]$Remedy.Parameters[$name]
        # Windows PowerShell 5.1 breaks arguments with a quote inside or a backslash before the closing quote, and reads an empty one as the next parameter
        if ($value -eq '' -or $value.Contains('"') -or $value.EndsWith('\', [StringComparison]::Ordinal)) {
            Complete-Early 'failed' "64-bit PowerShell needed: -$name is empty, holds a quote or ends with a backslash, which cannot be handed on"
        }
        "-$name`:$value"
    }
    #remedyc:end
    #remedyc:only Context.Registers
    foreach ($name in 'Register', 'AtStartup', 'Unregister') { if ($Remedy.Bound[$name]) { "-$name" } }
    if ($Remedy.Bound['Every']) { "-Every:$($Remedy.Bound['Every'] -replace '\W', '?')" }
    #remedyc:end
    foreach ($name in 'Force', 'Rollback', 'WhatIf', 'Confirm', 'Verbose') { if ($Remedy.Bound[$name]) { "-$name" } }
}
