# Throws as Windows does where the script has no administrator's rights, and where the machine has no account of a name.
function Confirm-Administrator {
    param([string] $Name, [switch] $There)
    if (-not $global:Windows.host.elevated) { throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied') }
    if ($There -and -not $global:Windows.users.Contains($Name)) { throw [System.ComponentModel.Win32Exception]::new(2221, 'The user name could not be found') }
}
