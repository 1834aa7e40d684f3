# Name and Number (the last part of the SID) of all accounts of this computer for people.
## NetUserEnum (learn.microsoft.com/windows/win32/api/lmaccess/nf-lmaccess-netuserenum): FILTER_NORMAL_ACCOUNT is 2, MAX_PREFERRED_LENGTH -1.
## USER_INFO_20: pointers to name, full name and comment, then the flags and the number.
function Find-User {
    #remedyc:every-host
    $api = Get-NetApi
    $marshal = [Runtime.InteropServices.Marshal]
    $size = [IntPtr]::Size
    $buffer = [IntPtr]::Zero
    $count = $total = 0
    $code = $api::NetUserEnum([IntPtr]::Zero, 20, 2, [ref]$buffer, -1, [ref]$count, [ref]$total, [IntPtr]::Zero)
    if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    try {
        for ($i = 0; $i -lt $count; $i++) {
            $at = $i * (3 * $size + 8)
            [pscustomobject]@{ Name = [string]$marshal::PtrToStringUni($marshal::ReadIntPtr($buffer, $at)); Number = $marshal::ReadInt32($buffer, $at + 3 * $size + 4) }
        }
    }
    finally { [void]$api::NetApiBufferFree($buffer) }
}
