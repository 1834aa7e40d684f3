# Gives what lies below a folder the entries that an account inherits from it. Gives why, for each that stays as it is.
## What inherits nothing, and links, are left. Windows itself would go by names, and into what a hard link leads to (Edit-AccessEntry).
function Update-AccessBelow([string] $Path, [string] $Sid, [object[]] $Entry) {
    foreach ($one in @(Find-FolderEntry $Path)) {
        if ($one.IsLink) { continue }
        # OBJECT_INHERIT_ACE 1 counts for files, CONTAINER_INHERIT_ACE 2 for folders, which hand on both unless NO_PROPAGATE_INHERIT_ACE 4; INHERIT_ONLY_ACE 8, INHERITED_ACE 16
        $given = @(foreach ($from in $Entry) {
                $flags = if (-not $one.IsDirectory) { ($from.Flags -band 1) * 16 }
                elseif (($from.Flags -band 2) -ne 0) { 16 + $(if (($from.Flags -band 4) -eq 0) { $from.Flags -band 3 } else { 0 }) }
                elseif (($from.Flags -band 5) -eq 1) { 25 } else { 0 }
                if ($flags -ne 0) { [pscustomobject]@{ Rights = $from.Rights; Flags = $flags } }
            })
        try {
            $after = Edit-AccessEntry -Path $one.Path -Sid $Sid -Entry $given -Inherited
            if ($one.IsDirectory -and $null -ne $after) { Update-AccessBelow $one.Path $Sid $after.Entries }
        }
        catch { "$($one.Path): $($_.Exception.GetBaseException().Message)" }
    }
}
