# The folder that Windows itself names for a variable in a path, nothing for any other variable.
function Get-FolderVariable([string] $Name) {
    $folders = @{
        SystemRoot = 'Windows'; windir = 'Windows'; ProgramData = 'CommonApplicationData'; ALLUSERSPROFILE = 'CommonApplicationData'
        ProgramFiles = 'ProgramFiles'; ProgramW6432 = 'ProgramFiles'; 'ProgramFiles(x86)' = 'ProgramFilesX86'
        CommonProgramFiles = 'CommonProgramFiles'; CommonProgramW6432 = 'CommonProgramFiles'; 'CommonProgramFiles(x86)' = 'CommonProgramFilesX86'
        USERPROFILE = 'UserProfile'; APPDATA = 'ApplicationData'; LOCALAPPDATA = 'LocalApplicationData'
    }
    if ($folders.ContainsKey($Name)) { Get-SpecialFolder -Name $folders[$Name] }
    elseif ($Name -eq 'SystemDrive') { (Get-SpecialFolder -Name 'Windows').Substring(0, 2) }
    elseif ($Name -eq 'PUBLIC') { (Get-SpecialFolder -Name 'CommonDocuments') -replace '\\[^\\]+$', '' }
    elseif ($Name -in 'TEMP', 'TMP') { (Get-SpecialFolder -Name $(if ($Remedy.Context -eq 'user') { 'LocalApplicationData' } else { 'Windows' })) + '\Temp' }
}
