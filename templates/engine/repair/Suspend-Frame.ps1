# Stops what a 'with' block names, unless that has been done.
## Throws when something does not stop, and again for each further fix inside.
function Suspend-Frame([hashtable] $Frame) {
    if ($Frame.Trouble -ne '') { throw $Frame.Trouble }
    if ($Frame.Entered) { return }
    $Frame.Entered = $true
    try {
        #remedyc:only With.Service
        foreach ($name in $Frame.Service) { Suspend-Work -Name $name -Frame $Frame }
        #remedyc:end
        #remedyc:only With.Process
        foreach ($name in $Frame.Process) { Suspend-Process -Name $name }
        #remedyc:end
    }
    catch {
        $Frame.Trouble = Get-FailureText -Failure $_
        throw
    }
}
