# The name of who is signed in at the console, nothing where nobody is.
## "Win32_ComputerSystem class" (Microsoft Learn), UserName: in a session of terminal services it is still who is logged on at the console.
function Get-ConsoleUser {
    #remedyc:every-host
    $name = [string](Get-CimInstance -ClassName Win32_ComputerSystem -Property UserName -OperationTimeoutSec 20).UserName
    if ($name -ne '') { $name }
}
