# The entries of a file's or folder's access list in their order: Sid, Rights, Allow and Flags; nothing where it does not exist.
## Flags as an ACE_HEADER has them (OBJECT_INHERIT_ACE 1, CONTAINER_INHERIT_ACE 2, NO_PROPAGATE_INHERIT_ACE 4, INHERIT_ONLY_ACE 8, INHERITED_ACE 16); .NET numbers the first two the other way round, and the next two anew.
## GetAccessControl of files and folders exists in .NET Framework only; .NET has it as FileSystemAclExtensions.
function Get-AccessEntry([string] $Path) {
    $entry = if ([IO.Directory]::Exists($Path)) { [IO.DirectoryInfo]$Path } else { [IO.FileInfo]$Path }
    if (-not $entry.Exists) { return }
    $extension = 'System.IO.FileSystemAclExtensions' -as [type]
    $security = if ($null -ne $extension) { $extension::GetAccessControl($entry, 'Access') } else { $entry.GetAccessControl('Access') }
    foreach ($rule in $security.GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])) {
        $inherit = [int]$rule.InheritanceFlags
        [pscustomobject]@{
            Sid    = $rule.IdentityReference.Value
            Rights = [int]$rule.FileSystemRights
            Allow  = "$($rule.AccessControlType)" -eq 'Allow'
            Flags  = [int]($inherit -band 1) * 2 + [int](($inherit -band 2) -ne 0) + [int]$rule.PropagationFlags * 4 + [int]$rule.IsInherited * 16
        }
    }
}
