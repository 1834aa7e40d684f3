# Marks a service for deletion, which Windows does once it is stopped and nobody has it open; gives the error number: 0 accepted, 1072 marked already, 1060 no such service.
function Uninstall-Service {
    param([Parameter(Mandatory)] [string] $Name)
    $null = & "$([Environment]::SystemDirectory)\sc.exe" delete $Name
    $LASTEXITCODE
}
