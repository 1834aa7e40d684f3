# Runs Pester files; writes what came of each test as one line of JSON. What fails outside of a test (a file that does not load, a setup) stands as a test of its own.
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string[]] $Files)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Import-Module -Name $Module
$run = Invoke-Pester -Configuration (New-PesterConfiguration -Hashtable @{
        Run = @{ Path = $Files; PassThru = $true }; Output = @{ Verbosity = 'None' }; TestRegistry = @{ Enabled = $false }; Should = @{ DisableV5 = $true }
    })

function Format-Outcome([string] $File, [string] $Name, [string] $State, [object[]] $Errors) {
    [ordered]@{
        file = $File; name = $Name; state = $State
        message = @($Errors | ForEach-Object { [string]$_.DisplayErrorMessage }) -join "`n"
        trace = @($Errors | ForEach-Object { [string]$_.DisplayStackTrace }) -join "`n"
    }
}

$outcomes = @(
    foreach ($container in $run.Containers) {
        $file = [string]$container.Item
        if ($container.ErrorRecord.Count -gt 0) { Format-Outcome $file 'loads' 'failed' $container.ErrorRecord }
        elseif ($container.TotalCount -eq 0) { Format-Outcome $file 'holds tests' 'failed' @() }
    }
    foreach ($block in $run.FailedBlocks) {
        if ($block.ErrorRecord.Count -gt 0) { Format-Outcome $block.BlockContainer.Item "$($block.ExpandedPath): set up and cleaned up" 'failed' $block.ErrorRecord }
    }
    foreach ($test in $run.Tests) {
        $state = switch ($test.Result) { 'Passed' { 'passed' } 'Skipped' { 'skipped' } default { 'failed' } }
        Format-Outcome $test.Block.BlockContainer.Item $test.ExpandedPath $state $test.ErrorRecord
    }
)
'>>> pester ' + (ConvertTo-Json -InputObject $outcomes -Compress -Depth 3)
