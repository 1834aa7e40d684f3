# The profile that Windows copies for who signs in for the first time, as one of a person.
## ProfileList, value Default: learn.microsoft.com/windows/win32/api/userenv/nf-userenv-getdefaultuserprofiledirectoryw names the folder, which lies there (Windows Vista and later).
function Find-DefaultProfile {
    $folder = Read-SystemValue -Path 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList' -Name 'Default'
    if (-not $folder) { throw 'Windows does not say where its default profile is' }
    [pscustomobject]@{ Name = 'Default'; Sid = 'DefaultProfile'; Folder = (Expand-Path $folder).TrimEnd('\'); Loaded = $false }
}
