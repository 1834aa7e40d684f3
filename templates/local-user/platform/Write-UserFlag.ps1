# Changes the flags of an account of this computer.
## NetUserSetInfo, level 1008: one number of 32 bits, which is the beginning of a pointer's. UF_PASSWORD_EXPIRED is computed by Windows, and is never given back to it.
function Write-UserFlag([string] $Name, [int] $Flags) {
    #remedyc:every-host
    $api = Get-NetApi
    # USER_INFO_1008: the flags, without UF_PASSWORD_EXPIRED, which Windows computes
    $code = $api::NetUserSetInfo([IntPtr]::Zero, $Name, 1008, [IntPtr[]]@([IntPtr]($Flags -band -bnot 0x800000)), [IntPtr]::Zero)
    if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
}
