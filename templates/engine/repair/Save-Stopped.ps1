# Writes down what is about to be stopped for a while, and for which service.
## A run that is ended meanwhile leaves them stopped, and the next one starts them.
function Save-Stopped([string[]] $Name, [string] $Cause) {
    foreach ($one in $Name) { Save-Mark "Stopped $one" $Cause -Session }
}
