# Gives what Get-PathEntry and Find-FolderEntry tell of a file or folder.
function ConvertTo-PathEntry {
    param(
        [string] $Path,
        [object] $Row,
        [switch] $Directory
    )
    [pscustomobject]@{
        Path        = $Path
        Name        = $Path -replace '^.*\\(?=[^\\])', ''
        IsDirectory = [bool]$Directory
        IsLink      = $Row.Contains('link') -and [bool]$Row.link
        Size        = $(if ($Directory) { [long]0 } else { Get-RowSize -Row $Row })
        WriteTime   = ConvertFrom-Time -Time $Row.written
    }
}
