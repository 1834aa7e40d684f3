function Use-Frame {
    <#
    .SYNOPSIS
        Lets the 'with' blocks around the present fix stop what they name, outermost first.
    .NOTES
        Each block brings the way it is done, so that a script without 'with' holds no function for services.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param()
    foreach ($frame in $script:Remedy.Frames) { & $frame.Suspend $frame }
}
