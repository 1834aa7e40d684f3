# The SHA-256 of a file's content; $null where there is none.
function Read-FileSha256([string] $Path) {
    if (-not (Read-FileExists $Path)) { return }
    try { Get-FileSha256 $Path } catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
