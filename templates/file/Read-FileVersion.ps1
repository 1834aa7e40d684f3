# The version that a program file names; $null where there is none.
function Read-FileVersion([string] $Path) {
    if (-not (Read-FileExists $Path)) { return }
    try { Get-FileVersion $Path } catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
