# Stands in for Invoke-WidePowerShell on the simulated machine.
function Invoke-SimulatedWidePowerShell {
    param([string[]] $Argument)
    Enter-Effect -Name 'Invoke-WidePowerShell'
    $file = ''
    $arguments = @{}
    for ($index = 0; $index -lt $Argument.Count; $index++) {
        if ($Argument[$index] -eq '-File') { $index++; $file = $Argument[$index] }
        elseif ($Argument[$index] -match '^-([^:]+):(.*)$') { $arguments[$Matches[1]] = $Matches[2] }
        elseif ($Argument[$index] -notin '-NoProfile', '-NonInteractive') { $arguments[$Argument[$index].TrimStart('-')] = $true }
    }
    $global:Windows.host.bits = 64
    $global:LASTEXITCODE = 0
    # a process of its own has its own preferences
    try { & $file @arguments | ForEach-Object { [string]$_ } } finally { $global:Windows.host.bits = 32 }
    [int]$global:LASTEXITCODE
}
