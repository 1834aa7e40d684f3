## Does nothing for some milliseconds; Ctrl-C ends it.
function Wait-Moment([int] $Milliseconds) {
    #remedyc:every-host
    Start-Sleep -Milliseconds $Milliseconds
}
