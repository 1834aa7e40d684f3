# Makes the machine of a request, and the book that is kept of a run.
function Initialize-Simulation {
    param([object] $Request)
    $global:Windows = $Request.machine
    $fault = $Request.fault
    $global:Simulation = @{
        Calls = 0; Effects = [System.Collections.Generic.List[object]]::new(); Story = [System.Collections.Generic.List[string]]::new()
        FaultKind = $(if ($null -eq $fault) { '' } else { [string]$fault.kind }); FaultEffect = $(if ($null -eq $fault) { 0 } else { [int]$fault.effect })
        KeepsSnapshots = $Request.Contains('snapshots') -and $Request.snapshots; AfterIsDue = $false
        Snapshots = [System.Collections.Generic.List[string]]::new(); Errors = [System.Collections.Generic.List[string]]::new(); NextDue = [long]0; Program = $null
        HasLinks = $false
    }
    # No run makes a junction, and most machines have none.
    foreach ($row in $global:Windows.folders.PSBase.Values) { if ($row.Contains('link') -and $row.link) { $global:Simulation.HasLinks = $true } }
}
