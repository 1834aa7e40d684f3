# Switches a scheduled task on or off.
function Write-TaskEnabled([string] $Path, [bool] $Enabled) {
    #remedyc:every-host
    (Open-Task $Path).Enabled = $Enabled
}
