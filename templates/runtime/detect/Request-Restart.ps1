# Notes that a repair would ask for a restart here.
function Request-Restart {
    param([Parameter(Mandatory)] [hashtable] $Item)
    Write-Request -Item $Item -Outcome 'deviates'
}
