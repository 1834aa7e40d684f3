# Puts what an archive holds into a folder; what else is there stays, and what is there as it should be is left.
## The archive is checked and read as a whole before the first file is put in its place, and each is written beside it. The mark is written last: a run that was killed begins anew.
function Repair-DirectorySha256(
    [string] $Path,
    #remedyc:only Directory.Url
    [string] $Url = '',
    #remedyc:end
    [string] $Source = '',
    [string] $Sha256
) {
    #remedyc:only Directory.Url
    if ($Url -ne '') { return Use-Download $Url $Sha256 { param($Copy) Repair-DirectorySha256 $Path -Source $Copy -Sha256 $Sha256 } }
    #remedyc:end
    $folder = $Path.TrimEnd('\')
    $archive = try { Open-Archive $Source $Sha256 } catch { throw "its source $(ConvertTo-Line $Source): $($_.Exception.GetBaseException().Message)" }
    try {
        $refusal = Find-ArchiveRefusal $folder $archive.Entries
        if ($refusal) { throw "nothing is unpacked: $refusal" }
        $wanted = @($archive.Entries | Where-Object { $_.Name -notmatch '[\\/]$' })
        $sums = @(foreach ($one in $wanted) { Get-ArchiveSha256 $one })
        $list = @($Sha256)
        for ($i = 0; $i -lt $wanted.Count; $i++) {
            $one = $wanted[$i]
            $name = $one.Name.Replace('/', '\')
            $list += "$($one.Size) $name"
            $at = "$folder\$name"
            $there = Get-FileEntry $at
            if ($null -ne $there -and $there.Size -eq $one.Size -and (Get-FileSha256 $at) -eq $sums[$i]) { continue }
            try {
                Add-MissingFolder (Get-PathPart $at -Parent)
                Write-WholeFile $at {
                    param($handle, $new)
                    Write-ArchiveEntry $handle $one
                    Add-Journal 'File' $at (Get-FileState $at) (Get-FileState $new)
                }
            }
            catch { throw "$(ConvertTo-Line $at): $($_.Exception.GetBaseException().Message)" }
        }
        Save-Mark "Unpacked $($folder.ToLowerInvariant())" ($list -join "`n")
    }
    finally { $archive.Held.Dispose() }
}
