# Stands in for Get-ProgramOutput on the simulated machine.
function Get-SimulatedProgramOutput {
    param([string] $Path, [string] $Arguments, [hashtable] $Environment, [timespan] $Timeout)
    $null = $Environment
    Enter-Effect -Name 'Get-ProgramOutput'
    if (-not $global:Windows.files.Contains($Path)) { throw [System.ComponentModel.Win32Exception]::new(2, 'The system cannot find the file specified') }
    $model = Find-ProgramModel $Path Query
    if ($model) { $run = & $model -Arguments $Arguments -Timeout $Timeout }
    else {
        $answer = Find-ProgramAnswer $Path $Arguments
        if ($null -eq $answer) { throw "the simulated Windows does not know what $("$Path $Arguments".Trim()) writes; say it in the scenario's given: program(...) { output: '...' }" }
        $timedOut = $null -eq $answer.duration -or $answer.duration -gt $Timeout.TotalMilliseconds
        Step-Clock -Milliseconds ([long]$(if ($timedOut) { $Timeout.TotalMilliseconds } else { $answer.duration }))
        $output = if ($answer.outputSize -gt 0) { ' ' * [Math]::Min(2MB, $answer.outputSize) } else { $answer.output }
        $run = [pscustomobject]@{ ExitCode = $(if ($timedOut) { 1460 } else { [int]$answer.exitCode }); TimedOut = $timedOut; Output = $output }
    }
    $run.Output = [Text.Encoding]::UTF8.GetBytes($run.Output)
    $run
}
