# The functions of Windows for groups and accounts of this computer.
## Sources: pages of the functions of lmaccess.h and lmapibuf.h, learn.microsoft.com/windows/win32/api/lmaccess. By SID (level 0), which needs no name of a member:
## Get-LocalGroupMember resolves each one, fails as a whole where one has none, and is not there in a 32-bit PowerShell on a 64-bit Windows (page Remove-LocalGroupMember).
function Get-NetApi {
    #remedyc:every-host
    $handle = [IntPtr]
    Get-NativeType 'netapi32' 'NetApi' @{
        NetApiBufferFree        = [int], $handle
        #remedyc:only Get-GroupDescription
        NetLocalGroupGetInfo    = [int], $handle, [string], [int], $handle.MakeByRefType()
        #remedyc:end
        #remedyc:only Find-GroupMember
        NetLocalGroupGetMembers = [int], $handle, [string], [int], $handle.MakeByRefType(), [int], [int].MakeByRefType(), [int].MakeByRefType(), $handle
        #remedyc:end
        #remedyc:only Get-MachineSid
        NetUserModalsGet        = [int], $handle, [int], $handle.MakeByRefType()
        #remedyc:end
        #remedyc:only Write-GroupMember
        NetLocalGroupAddMembers = [int], $handle, [string], [int], [IntPtr[]], [int]
        NetLocalGroupDelMembers = [int], $handle, [string], [int], [IntPtr[]], [int]
        #remedyc:end
        #remedyc:only Install-Group
        NetLocalGroupAdd        = [int], $handle, [int], [IntPtr[]], $handle
        #remedyc:end
        #remedyc:only Write-GroupDescription
        NetLocalGroupSetInfo    = [int], $handle, [string], [int], [IntPtr[]], $handle
        #remedyc:end
        #remedyc:only Uninstall-Group
        NetLocalGroupDel        = [int], $handle, [string]
        #remedyc:end
        #remedyc:only Get-UserState Get-UserPasswordAge
        NetUserGetInfo          = [int], $handle, [string], [int], $handle.MakeByRefType()
        #remedyc:end
        #remedyc:only Find-User
        NetUserEnum             = [int], $handle, [int], [int], $handle.MakeByRefType(), [int], [int].MakeByRefType(), [int].MakeByRefType(), $handle
        #remedyc:end
        #remedyc:only Write-UserFlag Write-UserText
        NetUserSetInfo          = [int], $handle, [string], [int], [IntPtr[]], $handle
        #remedyc:end
        #remedyc:only Install-User
        NetUserAdd              = [int], $handle, [int], $handle, $handle
        #remedyc:end
        #remedyc:only Uninstall-User
        NetUserDel              = [int], $handle, [string]
        #remedyc:end
    }
}
