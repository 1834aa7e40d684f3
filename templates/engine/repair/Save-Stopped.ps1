# Writes down which services are about to be stopped for a while, and for which service.
## A run that is ended meanwhile leaves them stopped, and the next one starts them.
function Save-Stopped([string[]] $Name, [string] $Cause) {
    foreach ($one in $Name) { Save-Mark -Name "Stopped $one" -Value $Cause -Session }
}
