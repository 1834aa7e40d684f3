# Tells whether a policy for a registry value wants the same as the remedy (no Type: absent): then a repair is right and will last.
## REG_ numbers: 1 string, 2 expand_string, 4 dword; other types count as different.
function Test-RegistryPolicy {
    param([pscustomobject] $Policy, [string] $Type, [object] $Data)
    if ($Type -eq '' -or $Policy.Deleted) { return $Type -eq '' -and [bool]$Policy.Deleted }
    if ($Policy.Type -ne @{ string = 1; expand_string = 2; dword = 4 }[$Type]) { return $false }
    $bytes = [byte[]]@($Policy.Data)
    if ($Type -eq 'dword') { $bytes.Length -ge 4 -and [BitConverter]::ToInt32($bytes, 0) -eq $Data }
    else { [string]::Equals([Text.Encoding]::Unicode.GetString($bytes).TrimEnd([char]0), [string]$Data, [StringComparison]::Ordinal) }
}
