# Gives Owner (SID), Reparse and Rules (Sid, Rights, Allow, InheritOnly) of a file or folder, $null when it does not exist.
function Get-PathSecurity {
    param([Parameter(Mandatory)] [string] $Path)
    $entry = if ([System.IO.Directory]::Exists($Path)) { [System.IO.DirectoryInfo]::new($Path) } else { [System.IO.FileInfo]::new($Path) }
    if (-not $entry.Exists) { return }
    $sections = [System.Security.AccessControl.AccessControlSections]'Owner, Access'
    $extension = 'System.IO.FileSystemAclExtensions' -as [type]
    $security = if ($null -ne $extension) { $extension::GetAccessControl($entry, $sections) } else { $entry.GetAccessControl($sections) }
    $rules = foreach ($rule in $security.GetAccessRules($true, $true, [System.Security.Principal.SecurityIdentifier])) {
        [pscustomobject]@{
            Sid         = $rule.IdentityReference.Value
            Rights      = [int]$rule.FileSystemRights
            Allow       = $rule.AccessControlType -eq [System.Security.AccessControl.AccessControlType]::Allow
            InheritOnly = ($rule.PropagationFlags -band [System.Security.AccessControl.PropagationFlags]::InheritOnly) -ne 0
        }
    }
    [pscustomobject]@{
        Owner   = $security.GetOwner([System.Security.Principal.SecurityIdentifier]).Value
        Reparse = ($entry.Attributes -band [System.IO.FileAttributes]::ReparsePoint) -ne 0
        Rules   = @($rules)
    }
}
