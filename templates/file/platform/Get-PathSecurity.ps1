# Gives Owner (SID), Reparse (junction or link) and Rules (Sid, Rights, Allow, InheritOnly, Inherited) of a file or folder, $null when it does not exist.
function Get-PathSecurity {
    param([Parameter(Mandatory)] [string] $Path)
    $entry = if ([IO.Directory]::Exists($Path)) { [IO.DirectoryInfo]::new($Path) } else { [IO.FileInfo]::new($Path) }
    if (-not $entry.Exists) { return }
    $sections = [Security.AccessControl.AccessControlSections]'Owner, Access'
    $extension = 'System.IO.FileSystemAclExtensions' -as [type]
    $security = if ($null -ne $extension) { $extension::GetAccessControl($entry, $sections) } else { $entry.GetAccessControl($sections) }
    $rules = foreach ($rule in $security.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])) {
        [pscustomobject]@{
            Sid         = $rule.IdentityReference.Value
            Rights      = [int]$rule.FileSystemRights
            Allow       = $rule.AccessControlType -eq [Security.AccessControl.AccessControlType]::Allow
            InheritOnly = ($rule.PropagationFlags -band [Security.AccessControl.PropagationFlags]::InheritOnly) -ne 0
            Inherited   = $rule.IsInherited
        }
    }
    [pscustomobject]@{
        Owner   = $security.GetOwner([Security.Principal.SecurityIdentifier]).Value
        Reparse = ($entry.Attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
        Rules   = @($rules)
    }
}
