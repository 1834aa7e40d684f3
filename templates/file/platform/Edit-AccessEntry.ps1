# Replaces the entries that allow an account something in the access list at this very path: its own, or the Inherited ones.
## Gives Entries: all that allow it something afterwards (Rights, Flags); nothing, and does nothing, where Inherited is asked of one that inherits nothing.
## What was opened is what is asked and changed: a link leads nowhere, and nobody can have the rights of another's file changed by a hard link to it. Nothing is passed on to what lies below, which Windows would do by names
## (SetSecurityInfo, learn.microsoft.com/windows/win32/api/aclapi/nf-aclapi-setsecurityinfo). DACL_SECURITY_INFORMATION 4, SE_DACL_PROTECTED 0x1000. SE_DACL_AUTO_INHERIT_REQ (0x100) lets SE_DACL_AUTO_INHERITED stay.
## Own entries stand before those that are inherited (learn.microsoft.com/windows/win32/secauthz/order-of-aces-in-a-dacl).
function Edit-AccessEntry {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Sid, [AllowEmptyCollection()] [object[]] $Entry, [switch] $Inherited)
    $api = Get-SecurityApi
    # READ_CONTROL | WRITE_DAC | FILE_READ_ATTRIBUTES
    $handle = Open-Entry $Path 0x60080
    try {
        $null = Get-OpenAttribute $handle
        $data = [byte[]]::new(65536)
        $length = 0
        $done = $api::GetKernelObjectSecurity($handle, 4, $data, $data.Length, [ref]$length)
        $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
        $security = [Security.AccessControl.RawSecurityDescriptor]::new($data, 0)
        $control = [int]$security.ControlFlags
        if ($Inherited -and ($control -band 0x1000) -ne 0) { return }
        $list = $security.DiscretionaryAcl
        if ($null -eq $list) { throw 'it has no access list, so that everybody has all rights' }
        $isAllowed = { $args[0] -is [Security.AccessControl.CommonAce] -and "$($args[0].AceQualifier)" -eq 'AccessAllowed' -and -not $args[0].IsCallback -and $args[0].SecurityIdentifier.Value -eq $Sid }
        for ($at = $list.Count - 1; $at -ge 0; $at--) { if ($list[$at].IsInherited -eq $Inherited -and (& $isAllowed $list[$at])) { $list.RemoveAce($at) } }
        $at = 0
        while ($at -lt $list.Count -and ($Inherited -or -not $list[$at].IsInherited)) { $at++ }
        foreach ($one in $Entry) {
            $list.InsertAce($at, [Security.AccessControl.CommonAce]::new([Security.AccessControl.AceFlags]$one.Flags, [Security.AccessControl.AceQualifier]::AccessAllowed, $one.Rights, [Security.Principal.SecurityIdentifier]::new($Sid), $false, $null))
            $at++
        }
        $security.SetFlags([Security.AccessControl.ControlFlags]($control -bor 0x100))
        $data = [byte[]]::new($security.BinaryLength)
        $security.GetBinaryForm($data, 0)
        $done = $api::SetKernelObjectSecurity($handle, 4, $data)
        $code = [Runtime.InteropServices.Marshal]::GetLastWin32Error()
        if (-not $done) { throw [ComponentModel.Win32Exception]::new($code) }
        [pscustomobject]@{ Entries = @(foreach ($ace in $list) { if (& $isAllowed $ace) { [pscustomobject]@{ Rights = $ace.AccessMask; Flags = [int]$ace.AceFlags } } }) }
    }
    finally { $handle.Dispose() }
}
