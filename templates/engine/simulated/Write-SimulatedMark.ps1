# Stands in for Write-Mark on the simulated machine.
function Write-SimulatedMark {
    param(
        [ValidateSet('HKLM', 'HKCU')] [string] $Hive,
        [string] $Remedy,
        [string] $Name,
        [string] $Value,
        [switch] $Session
    )
    $key = Resolve-KeyPath -Hive $Hive -Path "SOFTWARE\Remedyc\$Remedy$(if ($Session) { '\Session' })"
    Enter-Effect -Name 'Write-Mark' -Text "$key $Name" -Change -Own
    if (Test-KeyDenied -Key $key -Write) { throw [System.UnauthorizedAccessException]::new("Access to the registry key '$key' is denied.") }
    if ($Session) { $null = Add-KeyRow -Key $key.Substring(0, $key.LastIndexOf('\')) }
    $values = (Add-KeyRow -Key $key -Volatile:$Session)['values']
    if ($Value -ne '') { $values[$Name] = ConvertTo-ValueRow -Type 'String' -Data $Value } else { $values.Remove($Name) }
}
