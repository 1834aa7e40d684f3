# Owner, Reparse (a link) and Rules of a file or folder, nothing when it does not exist.
## Owner (SID), Reparse (junction or link) and Rules (Sid, Rights, Allow, InheritOnly, Inherited) of a file or folder, $null when it does not exist.
function Get-PathSecurity([string] $Path) {
    $entry = if ([IO.Directory]::Exists($Path)) { [IO.DirectoryInfo]$Path } else { [IO.FileInfo]$Path }
    if (-not $entry.Exists) { return }
    $sections = [Security.AccessControl.AccessControlSections]'Owner, Access'
    $extension = 'System.IO.FileSystemAclExtensions' -as [type]
    $security = if ($null -ne $extension) { $extension::GetAccessControl($entry, $sections) } else { $entry.GetAccessControl($sections) }
    $sid = [Security.Principal.SecurityIdentifier]
    [pscustomobject]@{
        Owner = $security.GetOwner($sid).Value
        Reparse = ($entry.Attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
        Rules = @(foreach ($rule in $security.GetAccessRules($true, $true, $sid)) {
                # 2: InheritOnly
                [pscustomobject]@{ Sid = $rule.IdentityReference.Value; Rights = [int]$rule.FileSystemRights; Allow = "$($rule.AccessControlType)" -eq 'Allow'; InheritOnly = ([int]$rule.PropagationFlags -band 2) -ne 0; Inherited = $rule.IsInherited }
            })
    }
}
