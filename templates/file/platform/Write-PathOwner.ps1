# Gives the file or folder at this very path another owner, whatever its access list says.
## With SeRestorePrivilege any account may become the owner, and what is opened for it need not allow it; it is switched on for that alone. Who has it not is refused by Windows.
## WRITE_OWNER, OWNER_SECURITY_INFORMATION 1, SE_SELF_RELATIVE 0x8000.
function Write-PathOwner([string] $Path, [string] $Owner) {
    try {
        Write-Privilege 18 2
        $handle = Open-Entry $Path 0x80080
        try {
            $null = Get-OpenAttribute $handle
            $security = [Security.AccessControl.RawSecurityDescriptor]::new([Security.AccessControl.ControlFlags]0x8000, [Security.Principal.SecurityIdentifier]::new($Owner), $null, $null, $null)
            $data = [byte[]]::new($security.BinaryLength)
            $security.GetBinaryForm($data, 0)
            $done = (Get-SecurityApi)::SetKernelObjectSecurity($handle, 1, $data)
            $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
            if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
        }
        finally { $handle.Dispose() }
    }
    finally { Write-Privilege 18 0 }
}
