# Creates a folder of ours where it is missing, and throws when it is not ours: a junction or link, another owner, inherited rights, others who may write.
## In a user's profile the folder is as safe as the profile.
function Confirm-Folder([string] $Path) {
    $security = Get-PathSecurity $Path
    if ($null -eq $security) {
        #remedyc:only Context.User
        if ($Remedy.Context -eq 'user') { Add-Folder $Path }
        #remedyc:end
        #remedyc:only Context.System
        if ($Remedy.Context -eq 'system') { Add-ProtectedFolder $Path }
        #remedyc:end
        $security = Get-PathSecurity $Path
    }
    if ($security.Reparse) { throw "folder $Path is a junction or link; remove it" }
    #remedyc:only Context.System
    if ($Remedy.Context -ne 'system') { return }
    if (-not (Test-TrustedSid $security.Owner)) { throw "folder $Path belongs to $($security.Owner), not to SYSTEM or Administrators; remove it" }
    if (@($security.Rules | Where-Object { $_.Inherited }).Count -gt 0) { throw "folder $Path inherits its rights, others may write there; remove it" }
    # every right to write, delete or change rights, of the folder and of what will lie in it
    $writer = Find-ForeignWriter $security 0x500D0156 -Inheritable
    if ($writer) { throw "folder $Path may be changed by $writer; remove it" }
    #remedyc:end
}
