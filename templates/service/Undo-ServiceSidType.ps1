# Gives a service a SID type.
function Undo-ServiceSidType([string[]] $At, [string] $Was) {
    if ($Was -notin 'no_sid', 'unrestricted', 'restricted') { return "its SID type was '$(ConvertTo-Line $Was)'" }
    $code = Write-ServiceSidType $At[0] $Was.Replace('no_sid', 'none')
    if ($code -ne 0) { throw "the SID type of service $($At[0]) could not be set to $(ConvertTo-Line $Was): $(Get-ServiceErrorText $code)" }
}
