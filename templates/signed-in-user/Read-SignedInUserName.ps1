# The name of who is signed in at the console, nothing where nobody is.
function Read-SignedInUserName { Get-ConsoleUser }
