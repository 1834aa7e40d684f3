# The path of winget in the newest App Installer that this computer has, if nobody besides administrators could change it.
## SYSTEM has no alias 'winget' (microsoft/winget-cli, issues 1000 and 3049); the folder is named after the full name of the package ("Package identity": Name_Version_Architecture_ResourceId_PublisherId),
## and its versions are compared as numbers. No signature is asked for: as below the Windows folder only TrustedInstaller and SYSTEM write there, and that is what is verified.
## 1.21 is winget 1.6. Policies: "Policy CSP - DesktopAppInstaller"; 0 is disabled, by either of them every command ends with 0x8A15003A (AppInstallerCLIE2ETests, GroupPolicy.cs).
function Find-Winget {
    #remedyc:only Context.User
    if ($Remedy.Context -eq 'user') { throw 'winget packages are installed by SYSTEM: the remedy must not have context: user' }
    #remedyc:end
    foreach ($name in 'EnableAppInstaller', 'EnableWindowsPackageManagerCommandLineInterfaces') {
        if ((Read-SystemValue 'SOFTWARE\Policies\Microsoft\Windows\AppInstaller' $name) -eq 0) { throw "Group Policy forbids winget ($name)" }
    }
    $apps = "$(Get-SpecialFolder 'ProgramFiles')\WindowsApps"
    try { $entries = @(Find-FolderEntry $apps) } catch [IO.DirectoryNotFoundException] { $entries = @() }
    $found = foreach ($one in $entries) {
        if ($one.Name -match '^Microsoft\.DesktopAppInstaller_([0-9]{1,5}(\.[0-9]{1,5}){3})_(x64|arm64|x86)__8wekyb3d8bbwe$') { [pscustomobject]@{ Version = [version]$Matches[1]; Path = "$($one.Path)\winget.exe" } }
    }
    $newest = $found | Where-Object { Test-FileEntry $_.Path } | Sort-Object -Property Version | Select-Object -Last 1
    if ($null -eq $newest) { throw 'winget is not there: install App Installer (Microsoft.DesktopAppInstaller)' }
    if ($newest.Version -lt [version]'1.21') { throw "App Installer $($newest.Version) is too old: install 1.21 or newer (winget 1.6)" }
    $writer = Find-PathWriter $newest.Path
    if ($writer) { throw $writer }
    $newest.Path
}
