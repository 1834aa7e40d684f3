# True when this process has administrator's rights (SYSTEM has them too).
function Test-Elevation {
    #remedyc:every-host
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    try { [Security.Principal.WindowsPrincipal]::new($identity).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator) }
    finally { $identity.Dispose() }
}
