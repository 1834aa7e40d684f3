# Stands in for Find-Process on the simulated machine.
function Find-SimulatedProcess {
    param([Parameter(Mandatory, ParameterSetName = 'Name')] [string] $Name, [Parameter(Mandatory, ParameterSetName = 'Id')] [int] $Id)
    Enter-Effect -Name 'Find-Process'
    foreach ($key in @($global:Windows.processes.PSBase.Keys)) {
        $process = $global:Windows.processes[$key]
        $meant = if ($PSCmdlet.ParameterSetName -eq 'Name') { $process.name -eq $Name } else { $key -eq [string]$Id }
        if (-not $meant) { continue }
        [pscustomobject]@{
            Id = [int]$key; Name = [string]$process.name; Path = $process.path; Session = [int]$process.session
            StartTime = $(if ($null -eq $process.path) { $null } else { ConvertFrom-Time -Time $process.started })
        }
    }
}
