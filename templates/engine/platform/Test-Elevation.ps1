## True with administrator's rights; SYSTEM has them.
function Test-Elevation {
    #remedyc:every-host
    ([Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}
