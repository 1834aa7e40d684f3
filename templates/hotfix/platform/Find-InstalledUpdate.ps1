# Id and InstalledOn (text) of an update of Windows that is installed, nothing where it is not; of all with an empty id.
function Find-InstalledUpdate([ValidatePattern('^(KB[0-9]+)?\z')] [string] $Id) {
    #remedyc:every-host
    $filter = if ($Id) { "HotFixID = '$Id'" } else { "HotFixID LIKE 'KB%'" }
    foreach ($one in Get-CimInstance -ClassName Win32_QuickFixEngineering -Filter $filter -Property HotFixID, InstalledOn -OperationTimeoutSec 60) {
        [pscustomobject]@{ Id = [string]$one.HotFixID; InstalledOn = [string]$one.InstalledOn }
    }
}
