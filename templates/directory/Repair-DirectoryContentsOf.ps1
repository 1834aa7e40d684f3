# Copies each file of a folder that another one lacks or has with other bytes; what else is there stays.
function Repair-DirectoryContentsOf([string] $Path, [string] $ContentsOf) {
    $folder = $Path.TrimEnd('\')
    Add-MissingFolder $folder
    foreach ($file in @(Find-ContentDeviation $folder $ContentsOf)) {
        $at = "$folder\$($file.Name)"
        try { Repair-File $at -Source $file.Path } catch { throw "$(ConvertTo-Line $at): $($_.Exception.GetBaseException().Message)" }
    }
}
