# Tells whether a policy for a registry value wants the same as the remedy: then a repair is right and will last.
# REG_ numbers: 1 string, 2 expand_string, 4 dword; other types count as different.
function Test-RegistryPolicy {
    param([Parameter(Mandatory)] [pscustomobject] $Policy, [AllowNull()] [pscustomobject] $Wanted)
    if ($null -eq $Wanted -or $Policy.Deleted) { return $null -eq $Wanted -and [bool]$Policy.Deleted }
    $bytes = [byte[]]@($Policy.Data)
    if ($Policy.Type -eq 4 -and $Wanted.Type -eq 'dword' -and $bytes.Length -ge 4) { return [BitConverter]::ToInt32($bytes, 0) -eq $Wanted.Data }
    $words = @{ 1 = 'string'; 2 = 'expand_string' }
    if ($words.ContainsKey([int]$Policy.Type) -and $words[[int]$Policy.Type] -eq $Wanted.Type) {
        return Test-Text ([Text.Encoding]::Unicode.GetString($bytes).TrimEnd([char]0)) $Wanted.Data
    }
    $false
}
