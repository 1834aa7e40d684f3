# Sets what a service waits for, services and groups (+group); gives the error number (1060 none).
## "sc.exe config" (learn.microsoft.com/windows-server/administration/windows-commands/sc-config): names with a slash between two; a slash alone is none.
function Write-ServiceDependency([string] $Name, [string[]] $Dependencies) {
    $list = $Dependencies -join '/'
    # ERROR_INVALID_NAME; Windows PowerShell 5.1 hands a quote on as the end of the argument
    if ("$Name$list".Contains('"')) { return 123 }
    $null = & "$([Environment]::SystemDirectory)\sc.exe" config $Name depend= $(if ($list) { $list } else { '/' })
    $LASTEXITCODE
}
