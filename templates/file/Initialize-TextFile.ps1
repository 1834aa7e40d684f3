# A file as Read-TextFile gives it, for one that is to be made: an empty text in UTF-8, and the folder to hold it.
function Initialize-TextFile([string] $Path) {
    Add-MissingFolder (Get-PathPart $Path -Parent)
    [pscustomobject]@{ Text = ''; Encoding = [Text.UTF8Encoding]::new($false) }
}
