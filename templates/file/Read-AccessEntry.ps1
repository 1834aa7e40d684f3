# The entries of a file's or folder's access list (Get-AccessEntry); names the path where it cannot be read.
function Read-AccessEntry([string] $Path) {
    try { Get-AccessEntry $Path } catch { throw "the rights of $(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
