# Adds an account, by SID, to the members of a group of this computer, or takes it away; the others stay.
## LOCALGROUP_MEMBERS_INFO_0: one pointer to a SID. Windows looks up no name.
function Write-GroupMember {
    param([Parameter(Mandatory)] [string] $Name, [Parameter(Mandatory)] [string] $Sid, [switch] $Away)
    #remedyc:every-host
    $api = Get-NetApi
    $marshal = [Runtime.InteropServices.Marshal]
    $identifier = [Security.Principal.SecurityIdentifier]::new($Sid)
    $bytes = [byte[]]::new($identifier.BinaryLength)
    $identifier.GetBinaryForm($bytes, 0)
    $pointer = $marshal::AllocHGlobal($bytes.Length)
    try {
        $marshal::Copy($bytes, 0, $pointer, $bytes.Length)
        $members = [IntPtr[]]@($pointer)
        $code = if ($Away) { $api::NetLocalGroupDelMembers([IntPtr]::Zero, $Name, 0, $members, 1) } else { $api::NetLocalGroupAddMembers([IntPtr]::Zero, $Name, 0, $members, 1) }
        # ERROR_MEMBER_NOT_IN_ALIAS, ERROR_MEMBER_IN_ALIAS: it is so already
        if ($code -notin 0, 1377, 1378) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally { $marshal::FreeHGlobal($pointer) }
}
