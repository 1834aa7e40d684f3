# What a shortcut holds.
## WshShortcut (learn.microsoft.com, "Windows Script Host", CreateShortcut Method): IconLocation is 'path,index'.
function Get-ShortcutLink([string] $Path) {
    $link = (New-Object -ComObject 'WScript.Shell').CreateShortcut($Path)
    [pscustomobject]@{ TargetPath = [string]$link.TargetPath; Arguments = [string]$link.Arguments; WorkingDirectory = [string]$link.WorkingDirectory; IconLocation = [string]$link.IconLocation; Description = [string]$link.Description }
}
