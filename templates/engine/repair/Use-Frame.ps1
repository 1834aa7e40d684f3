# Lets the 'with' blocks around a fix stop what they name, outermost first.
## Each block brings the way it is done, so that a script without 'with' holds no function for services.
function Use-Frame {
    foreach ($frame in $Remedy.Frames) { & $frame.Suspend $frame }
}
