# The files of a folder (Find-ContentFile) that another one lacks, or has with other bytes.
function Find-ContentDeviation([string] $Path, [string] $ContentsOf) {
    $folder = $Path.TrimEnd('\')
    $from = $ContentsOf.TrimEnd('\')
    if ("$folder\".StartsWith("$from\", [StringComparison]::OrdinalIgnoreCase)) { throw "folder $(ConvertTo-Line $folder) lies in the one that it is to be filled from" }
    foreach ($file in @(Find-ContentFile $from)) {
        $at = "$folder\$($file.Name)"
        $there = Get-FileEntry $at
        try { if ($null -ne $there -and -not $there.IsDirectory -and -not $there.IsLink -and $there.Size -eq $file.Size -and (Get-FileSha256 $at) -eq (Get-FileSha256 $file.Path)) { continue } }
        catch { throw "$(ConvertTo-Line $file.Name): $($_.Exception.GetBaseException().Message)" }
        $file
    }
}
