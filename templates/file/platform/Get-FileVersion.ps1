# The version in a file's version resource as four numbers, $null when the file has none.
## Throws when the file is absent.
## The numbers of VS_FIXEDFILEINFO: the text FileVersion beside them may say anything.
function Get-FileVersion([string] $Path) {
    $info = [Diagnostics.FileVersionInfo]::GetVersionInfo($Path)
    if ($null -ne $info.FileVersion -or $info.FileMajorPart -ne 0) {
        [version]::new($info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart)
    }
}
