# True when this process has administrator's rights (SYSTEM has them too).
function Test-Elevation {
    $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    try { [System.Security.Principal.WindowsPrincipal]::new($identity).IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator) }
    finally { $identity.Dispose() }
}
