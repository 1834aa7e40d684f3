# Sets the SID type of a service (none, unrestricted, restricted); gives the error number (1060 none).
function Write-ServiceSidType([string] $Name, [ValidateSet('none', 'unrestricted', 'restricted')] [string] $Type) {
    if ($Name.Contains('"')) { return 123 }
    $null = & "$([Environment]::SystemDirectory)\sc.exe" sidtype $Name $Type
    $LASTEXITCODE
}
