# Reads a property of a file. $null when it is absent, or a folder.
function Read-File {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [ValidateSet('exists', 'size', 'version', 'age', 'sha256', 'content')] [string] $Property
    )
    $entry = Get-FileEntry -Path $Path
    $exists = $null -ne $entry -and -not $entry.IsDirectory
    if ($Property -eq 'exists') { return $exists }
    if (-not $exists) { return }
    #remedyc:only File.Size
    if ($Property -eq 'size') { return $entry.Size }
    #remedyc:end
    #remedyc:only File.Age
    if ($Property -eq 'age') { return Get-FileAge -Time $entry.WriteTime }
    #remedyc:end
    #remedyc:only File.Version File.Sha256 File.Content
    try {
        if ($Property -eq 'version') { return Get-FileVersion -Path $Path }
        if ($Property -eq 'sha256') { return Get-FileSha256 -Path $Path }
        Read-FileText -Path $Path -Size $entry.Size
    }
    catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
    #remedyc:end
}
