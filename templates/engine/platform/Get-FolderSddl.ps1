# Owner and rights of a folder as SDDL, 'link' for a junction or link, nothing where there is none.
function Get-FolderSddl([string] $Path) {
    #remedyc:every-host
    if (-not [IO.Directory]::Exists($Path)) { return }
    if ([IO.File]::GetAttributes($Path) -band [IO.FileAttributes]::ReparsePoint) { return 'link' }
    (Get-Acl -LiteralPath $Path).Sddl
}
