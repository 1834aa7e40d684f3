function Suspend-All {
    <#
    .SYNOPSIS
        Stops what the 'with' blocks around the present fix name, outermost first, where that has not been done.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param()
    foreach ($frame in $script:Remedy.Frames) {
        if (-not $frame.Entered) {
            $frame.Entered = $true
            foreach ($name in $frame.Service) { Suspend-Work -Name $name -Frame $frame }
            foreach ($name in $frame.Process) {
                foreach ($process in @(Find-Process -Name $name)) {
                    if ($null -eq $process.StartTime) { throw "process $name ($($process.Id)) cannot be ended: Windows does not tell when it began" }
                    if (Invoke-ProcessEnd -Id $process.Id -StartTime $process.StartTime) { Write-Note -Text "process $name ($($process.Id)) ended" }
                }
            }
        }
    }
}
