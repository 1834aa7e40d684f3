# Gives 'on' or 'off' for an attribute of a file or folder, '' where there is none. At: path, name of the attribute.
function Get-PathAttributeState([string[]] $At) {
    try { $bits = Get-EntryAttribute $At[0] } catch { throw "$(ConvertTo-Line $At[0]): $($_.Exception.GetBaseException().Message)" }
    if ($null -eq $bits) { '' } elseif (($bits -band [int][IO.FileAttributes]$At[1]) -ne 0) { 'on' } else { 'off' }
}
