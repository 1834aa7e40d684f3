# Makes an account of this computer, in no group.
## USER_INFO_1: name, password, password age, privilege, home folder, comment, flags, script path; the two numbers in the middle are 32 bits each, so what follows lies alike in 32 and 64 bits.
## A native call, since the password must stand on no command line; its memory is overwritten before it is freed.
function Install-User([string] $Name, [securestring] $Password, [int] $Flags) {
    #remedyc:every-host
    $api = Get-NetApi
    $marshal = [Runtime.InteropServices.Marshal]
    $size = [IntPtr]::Size
    $nameText = $marshal::StringToHGlobalUni($Name)
    $passwordText = $marshal::SecureStringToGlobalAllocUnicode($Password)
    $user = $marshal::AllocHGlobal(6 * $size + 8)
    try {
        # USER_INFO_1: name, password, age of the password, privilege (USER_PRIV_USER), home folder, comment, flags, script
        $marshal::Copy([byte[]]::new(6 * $size + 8), 0, $user, 6 * $size + 8)
        $marshal::WriteIntPtr($user, $nameText)
        $marshal::WriteIntPtr($user, $size, $passwordText)
        $marshal::WriteInt32($user, 2 * $size + 4, 1)
        $marshal::WriteInt32($user, 4 * $size + 8, $Flags)
        $code = $api::NetUserAdd([IntPtr]::Zero, 1, $user, [IntPtr]::Zero)
        # NERR_GroupExists, ERROR_ALIAS_EXISTS; NERR_PasswordTooShort stands for every rule of the policy
        if ($code -in 2223, 1379) { throw 'a group has that name' }
        if ($code -eq 2245) { throw 'the password is not as the password policy wants it' }
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
    }
    finally {
        $marshal::FreeHGlobal($user)
        $marshal::ZeroFreeGlobalAllocUnicode($passwordText)
        $marshal::FreeHGlobal($nameText)
    }
}
