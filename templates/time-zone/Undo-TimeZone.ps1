# Gives this computer its time zone back; gives the reason where that cannot be done.
function Undo-TimeZone([string[]] $At, [string] $Was) {
    if ($At[0] -ne 'id' -or $Was -notmatch '^[\w .()+-]+$') { return "it was '$(ConvertTo-Line $Was)'" }
    $code = Write-TimeZone $Was
    if ($code -ne 0) { throw "tzutil.exe returned $code" }
}
