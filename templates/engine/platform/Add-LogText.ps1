# Appends text to a file of ours; its folder has been verified before.
function Add-LogText {
    param([string] $Path, [string] $Text)
    [IO.File]::AppendAllText($Path, $Text, [Text.Encoding]::ASCII)
}
