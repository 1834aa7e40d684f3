# Grants accounts a right to a file, or to a folder and what lies below it; entries of others stay.
function Repair-PathGrant([string] $Path, [string] $Right, [string[]] $Accounts) {
    $isFolder = (Get-FileEntry $Path).IsDirectory
    # CONTAINER_INHERIT_ACE | OBJECT_INHERIT_ACE
    $flags = if ($isFolder) { 3 } else { 0 }
    foreach ($sid in $Accounts) {
        if (-not (Find-AccessLack @(Read-AccessEntry $Path) $isFolder $Right $sid)) { continue }
        $was = Get-PathAccessState $Path, $sid
        $rights = Get-AccessMask $Right
        $texts = @(foreach ($one in $was -split ', ' -ne '') { if ($one -match "^(\S+) $flags$") { $rights = $rights -bor [int]$Matches[1] } else { $one } }) + "$rights $flags"
        $now = @($texts | Sort-Object { [int]($_ -split ' ')[1] }) -join ', '
        Add-Journal 'PathAccess' $Path, $sid $was $now
        Write-PathAccess $Path $sid $now
    }
}
