# Deletes a group of this computer.
function Uninstall-Group {
    param([Parameter(Mandatory)] [string] $Name)
    #remedyc:every-host
    $api = Get-NetApi
    $code = $api::NetLocalGroupDel([IntPtr]::Zero, $Name)
    # NERR_GroupNotFound, ERROR_NO_SUCH_ALIAS
    if ($code -notin 0, 2220, 1376) { throw [ComponentModel.Win32Exception]::new($code) }
}
