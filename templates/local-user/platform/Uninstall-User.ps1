# Deletes an account of this computer.
function Uninstall-User {
    param([Parameter(Mandatory)] [string] $Name)
    #remedyc:every-host
    $api = Get-NetApi
    $code = $api::NetUserDel([IntPtr]::Zero, $Name)
    # NERR_UserNotFound
    if ($code -notin 0, 2221) { throw [ComponentModel.Win32Exception]::new($code) }
}
