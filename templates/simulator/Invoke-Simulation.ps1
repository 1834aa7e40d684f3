# Runs a script on a machine: takes a request and gives the result, both as JSON (SimulationRequest and SimulationResult of src/simulator/machine.ts).
function Invoke-Simulation {
    param([Parameter(Mandatory)] [string] $Request)
    $asked = ConvertTo-Table -Value (ConvertFrom-Json $Request)
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
    if ($global:Simulation.FreezeNext) { Save-Machine }
    $code = if ($null -eq $global:LASTEXITCODE) { 0 } else { [int]$global:LASTEXITCODE }
    $result = [ordered]@{
        exitCode = $code; output = [string[]]@($output | ForEach-Object { [string]$_ }); failure = $failure; effects = $global:Simulation.Effects.ToArray()
        calls = $global:Simulation.Calls; story = $global:Simulation.Story.ToArray(); killed = $global:Simulation.Frozen -ne ''
    }
    $machine = if ($global:Simulation.Frozen -ne '') { $global:Simulation.Frozen } else { ConvertFrom-Table -Table $global:Windows }
    # the machine is JSON already when it was frozen, so it is put in as text
    (ConvertFrom-Table -Table $result).TrimEnd('}') + ',"machine":' + $machine + '}'
}
