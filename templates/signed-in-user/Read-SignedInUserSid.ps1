# The SID of who is signed in at the console, nothing where nobody is.
function Read-SignedInUserSid {
    $name = Get-ConsoleUser
    if ($null -eq $name) { return }
    $sid = Get-AccountSid $name
    if ($null -eq $sid) { throw "$(ConvertTo-Line $name) is signed in, and has no SID that this computer knows" }
    $sid
}
