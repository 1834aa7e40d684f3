# Functions of Windows that read and write the owner and the access list of what is open, and switch a privilege of this process.
function Get-SecurityApi {
    $handle = [Microsoft.Win32.SafeHandles.SafeFileHandle]
    Get-NativeType -Library 'advapi32' -Name 'SecurityApi' -Signature @{
        GetKernelObjectSecurity = [bool], $handle, [int], [byte[]], [int], [int].MakeByRefType()
        SetKernelObjectSecurity = [bool], $handle, [int], [byte[]]
        OpenProcessToken        = [bool], [IntPtr], [int], [IntPtr].MakeByRefType()
        AdjustTokenPrivileges   = [bool], [IntPtr], [bool], [byte[]], [int], [IntPtr], [IntPtr]
    }
}
