# Gives what stands at a file's path (Get-PathEntry), and names the path where that cannot be read.
function Get-FileEntry([string] $Path) {
    # Another would be looked for where the script was started, or goes around the checks of Windows (\\?\)
    if ($Path -notmatch '^([A-Za-z]:\\|\\\\[^\\?.])') { throw "$(ConvertTo-Line $Path) is no absolute path" }
    try { Get-PathEntry -Path $Path }
    catch { throw "$(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
