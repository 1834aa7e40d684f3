function Suspend-All {
    <#
    .SYNOPSIS
        Stops what the 'with' blocks around the present fix name, outermost first, where that has not been done; throws when something does not stop.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param()
    foreach ($frame in $script:Remedy.Frames) {
        if ($frame.Trouble -ne '') { throw $frame.Trouble }
        if (-not $frame.Entered) {
            $frame.Entered = $true
            try {
                foreach ($name in $frame.Service) { Suspend-Work -Name $name -Frame $frame }
                foreach ($name in $frame.Process) { Suspend-Process -Name $name }
            }
            catch {
                $frame.Trouble = Get-FailureText -Failure $_
                throw
            }
        }
    }
}
