# Gives the arguments with which this script starts itself again: parameters as -Name:value, only switches that are set.
function Get-RestartArgument {
    param([string] $Path)
    '-NoProfile', '-NonInteractive', '-File', $Path
    #remedyc:only Context.Parameters
    foreach ($name in $script:Remedy.Parameters.Keys) {
        if (-not $script:Remedy.Bound.ContainsKey($name)) { continue }
        $value = [string]$script:Remedy.Parameters[$name]
        # Windows PowerShell 5.1 breaks arguments with a quote inside or a backslash before the closing quote, and reads an empty one as the next parameter
        if ($value -eq '' -or $value.Contains('"') -or $value.EndsWith('\', [StringComparison]::Ordinal)) {
            Complete-Early 'failed' "64-bit PowerShell needed: -$name is empty, holds a quote or ends with a backslash, which cannot be handed on"
        }
        "-$name`:$value"
    }
    #remedyc:end
    foreach ($name in 'Force', 'WhatIf', 'Confirm', 'Verbose') { if ($script:Remedy.Bound[$name]) { "-$name" } }
}
