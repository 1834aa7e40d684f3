# Gives the value of a variable in a path; throws when this machine does not have it.
function Get-PathVariable {
    param([Parameter(Mandatory)] [string] $Name)
    $folders = @{
        'SystemRoot' = 'Windows'; 'windir' = 'Windows'; 'ProgramData' = 'CommonApplicationData'; 'ALLUSERSPROFILE' = 'CommonApplicationData'
        'ProgramFiles' = 'ProgramFiles'; 'ProgramW6432' = 'ProgramFiles'; 'ProgramFiles(x86)' = 'ProgramFilesX86'
        'CommonProgramFiles' = 'CommonProgramFiles'; 'CommonProgramW6432' = 'CommonProgramFiles'; 'CommonProgramFiles(x86)' = 'CommonProgramFilesX86'
        'USERPROFILE' = 'UserProfile'; 'APPDATA' = 'ApplicationData'; 'LOCALAPPDATA' = 'LocalApplicationData'
    }
    $value = if ($folders.ContainsKey($Name)) { Get-SpecialFolder -Name $folders[$Name] }
    elseif ($Name -eq 'SystemDrive') { (Get-SpecialFolder -Name 'Windows').Substring(0, 2) }
    elseif ($Name -eq 'PUBLIC') { (Get-SpecialFolder -Name 'CommonDocuments') -replace '\\[^\\]+$', '' }
    elseif ($Name -notin 'TEMP', 'TMP') { Get-MachineVariable -Name $Name }
    elseif ($script:Remedy.Context -eq 'user') { (Get-SpecialFolder -Name 'LocalApplicationData') + '\Temp' }
    else { (Get-SpecialFolder -Name 'Windows') + '\Temp' }
    if ([string]::IsNullOrEmpty($value)) { throw "this machine has no variable %$Name%" }
    $value.TrimEnd('\')
}
