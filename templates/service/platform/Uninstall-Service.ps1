# Deletes a service; gives the error number (1072 marked already, 1060 none).
## Marks a service for deletion, which Windows does once it is stopped and nobody has it open; gives the error number: 0 accepted, 1072 marked already, 1060 no such service.
function Uninstall-Service {
    param([Parameter(Mandatory)] [string] $Name)
    # ERROR_INVALID_NAME; Windows PowerShell 5.1 hands a quote on as the end of the argument
    if ($Name.Contains('"')) { return 123 }
    $null = & "$([Environment]::SystemDirectory)\sc.exe" delete $Name
    $LASTEXITCODE
}
