# Stops what a 'with' block names, once.
## Throws when something does not stop, and again for each further fix inside.
function Suspend-Frame([hashtable] $Frame) {
    if ($Frame.Trouble -ne '') { throw $Frame.Trouble }
    if ($Frame.Entered) { return }
    $Frame.Entered = $true
    try {
        #remedyc:only With.Service
        foreach ($name in $Frame.Service) { Suspend-Work $name $Frame }
        #remedyc:end
        #remedyc:only With.Process
        foreach ($name in $Frame.Process) { Suspend-Process $name }
        #remedyc:end
    }
    catch {
        $Frame.Trouble = Get-FailureText $_
        throw
    }
}
