# Runs a script on a machine: takes a request and gives the result, both as JSON (SimulationRequest and SimulationResult of src/simulator/machine.ts).
function Invoke-Simulation {
    param([string] $Request)
    # Tables of PowerShell 7.3 are ordered, and made in a fraction of the time that objects take.
    $options = if ($PSVersionTable.PSVersion -ge [version]'7.3') { @{ AsHashtable = $true } } else { @{} }
    $asked = ConvertTo-Table -Value (ConvertFrom-Json $Request @options)
    Initialize-Simulation -Request $asked
    if ($asked.restart) { Invoke-MachineRestart }
    $output = @()
    $failure = ''
    $global:LASTEXITCODE = 0
    if ($null -ne $asked.script) {
        $arguments = @{}
        foreach ($name in $asked.parameters.PSBase.Keys) { $arguments[$name] = $asked.parameters[$name] }
        $path = [string]$asked.script
        try { $output = @(& $path @arguments) }
        catch {
            $failure = [string]$_.Exception.Message
            $global:LASTEXITCODE = 1
        }
    }
    if ($global:Simulation.AfterIsDue) { Save-Snapshot -Moment 'after' }
    $code = if ($null -eq $global:LASTEXITCODE) { 0 } else { [int]$global:LASTEXITCODE }
    $result = [ordered]@{
        exitCode = $code; output = [string[]]@($output | ForEach-Object { [string]$_ }); errors = $global:Simulation.Errors.ToArray(); failure = $failure; effects = $global:Simulation.Effects.ToArray()
        story = $global:Simulation.Story.ToArray(); calls = $global:Simulation.Calls
    }
    # snapshots are JSON already, so they are put in as text, and the machine with them
    (ConvertFrom-Table -Table $result).TrimEnd('}') + ',"machine":' + (ConvertFrom-Table -Table $global:Windows) + ',"snapshots":[' + ($global:Simulation.Snapshots -join ',') + ']}'
}
