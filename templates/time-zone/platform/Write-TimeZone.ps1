# Sets the time zone of this computer by its id; gives the exit code, 0 for done.
## Microsoft Learn, "tzutil": /s sets the zone of this id, exit code 0 is success. It is of every Windows, Server Core included, has the right's privilege switched on,
## and leaves the names as those of a resource, which Set-Timezone writes in the language of whoever calls it.
function Write-TimeZone([string] $Id) {
    #remedyc:every-host
    # ERROR_INVALID_NAME; Windows PowerShell 5.1 hands a quote on as the end of the argument
    if ($Id.Contains('"')) { return 123 }
    $null = & "$([Environment]::SystemDirectory)\tzutil.exe" /s $Id
    $LASTEXITCODE
}
