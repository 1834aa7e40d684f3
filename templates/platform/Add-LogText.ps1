# Appends text to a file of ours; its folder has been verified before.
function Add-LogText {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Text)
    [System.IO.File]::AppendAllText($Path, $Text, [System.Text.Encoding]::ASCII)
}
