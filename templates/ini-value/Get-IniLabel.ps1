# How reasons name a value of an ini file.
function Get-IniLabel([string] $Path, [string] $Section, [string] $Key) {
    "$(ConvertTo-Line $Key) in $(if ($Section) { "[$(ConvertTo-Line $Section)] of " })$(ConvertTo-Line $Path)"
}
