# Does nothing for some milliseconds; Ctrl-C ends it.
function Wait-Moment {
    #remedyc:every-host
    param([Parameter(Mandatory)] [int] $Milliseconds)
    Start-Sleep -Milliseconds $Milliseconds
}
