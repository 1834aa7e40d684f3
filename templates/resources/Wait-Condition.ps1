function Wait-Condition {
    <#
    .SYNOPSIS
        Waits until a block gives $true, looking every 250 ms, at most for Timeout; tells whether it did.
    .NOTES
        The monotonic clock: setting the time of day does not lengthen a wait.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [timespan] $Timeout,
        [Parameter(Mandatory)] [scriptblock] $Condition,
        [int] $Every = 250
    )
    $begin = Get-Tick
    while (-not (& $Condition)) {
        if ((Get-Tick) - $begin -ge $Timeout.TotalMilliseconds) { return $false }
        Wait-Moment -Milliseconds $Every
    }
    $true
}
