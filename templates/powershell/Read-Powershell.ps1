# Reads a fact of Windows PowerShell; those that the script asks for are here.
#remedyc:only Powershell.MachinePolicy Powershell.UserPolicy
# The execution policy that Group Policy sets (undefined when it sets none), as Windows PowerShell itself reads it: EnableScripts 0 is restricted, 1 takes
# ExecutionPolicy, anything else is undefined.
#remedyc:end
function Read-Powershell {
    param([Parameter(Mandatory)] [string] $Property)

    #remedyc:only Powershell.Version
    if ($Property -eq 'version') {
        $text = Read-SystemValue -Path 'SOFTWARE\Microsoft\PowerShell\3\PowerShellEngine' -Name 'PowerShellVersion' -Required
        return [version]$text
    }
    #remedyc:end
    #remedyc:only Powershell.MachinePolicy Powershell.UserPolicy
    $hives = @{ machine_policy = 'HKLM'; user_policy = 'HKCU' }
    if (-not $hives.ContainsKey($Property)) { throw "powershell has no property $Property" }
    $key = "$($hives[$Property])\Software\Policies\Microsoft\Windows\PowerShell"
    $enable = Read-RegistryEntry -Key $key -Name 'EnableScripts'
    if ($null -eq $enable) { return 'undefined' }
    if ([string]$enable.Data -eq '0') { return 'restricted' }
    if ([string]$enable.Data -ne '1') { return 'undefined' }
    $policy = Read-RegistryEntry -Key $key -Name 'ExecutionPolicy'
    if ($null -eq $policy) { return 'undefined' }
    $words = @{ AllSigned = 'all_signed'; RemoteSigned = 'remote_signed'; Unrestricted = 'unrestricted'; Bypass = 'bypass'; Restricted = 'restricted'; Undefined = 'undefined'; Default = 'restricted' }
    if (-not $words.ContainsKey([string]$policy.Data)) { throw "the execution policy of $key is unknown: $(ConvertTo-Line $policy.Data)" }
    $words[[string]$policy.Data]
    #remedyc:end
}
