## Appends text to a log of ours, whose folder has been verified.
function Add-LogText([string] $Path, [string] $Text) {
    #remedyc:every-host
    [IO.File]::AppendAllText($Path, $Text, [Text.Encoding]::ASCII)
}
