# Sets how a service starts; gives the error number (1060 none).
## Sets how a service starts (auto, delayed-auto, demand, disabled); gives the error number, 1060 for no such service.
## sc.exe gives the number of the service control manager as its exit code. It knows the delayed start, which Set-Service of Windows PowerShell does not.
function Write-ServiceStartup([string] $Name, [string] $Start) {
    # ERROR_INVALID_NAME; Windows PowerShell 5.1 hands a quote on as the end of the argument
    if ($Name.Contains('"')) { return 123 }
    $null = & "$([Environment]::SystemDirectory)\sc.exe" config $Name start= $Start
    $LASTEXITCODE
}
