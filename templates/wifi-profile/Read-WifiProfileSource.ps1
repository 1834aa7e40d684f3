# The XML in a file that has this SHA-256, which nobody can write to meanwhile.
function Read-WifiProfileSource([string] $Source, [string] $Sha256) {
    Open-SourceFile $Source {
        if ($Sha256 -ne '' -and -not (Test-Text (Get-FileSha256 $Source) $Sha256 -IgnoreCase)) { throw "its source $(ConvertTo-Line $Source) is another file than its SHA-256 says" }
        (Read-TextFile $Source).Text.TrimStart([char]0xFEFF)
    }
}
