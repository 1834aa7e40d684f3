# Gives nothing where a folder has every file that was unpacked into it from this archive, by name and size, else the reason.
function Test-DirectorySha256([string] $Path, [string] $Sha256) {
    $why = Test-DirectoryPresence $Path
    if ($why) { return $why }
    $folder = $Path.TrimEnd('\')
    $hash, $files = "$((Find-Mark $Remedy.Hive $Remedy.Name)["Unpacked $($folder.ToLowerInvariant())"])" -split "`n"
    if (-not (Test-Text $hash $Sha256 -IgnoreCase)) { return "folder $(ConvertTo-Line $Path) was not filled from the archive with SHA-256 $($Sha256.ToUpperInvariant())" }
    $wrong = @(foreach ($file in $files) {
            $size, $name = $file -split ' ', 2
            $entry = Get-FileEntry "$folder\$name"
            if ($null -eq $entry -or $entry.IsDirectory -or $entry.IsLink -or "$($entry.Size)" -ne $size) { $name }
        })
    if ($wrong.Count -gt 0) { "folder $(ConvertTo-Line $Path) does not have $($wrong.Count) files as its archive has them, the first: $(ConvertTo-Line $wrong[0])" }
}
