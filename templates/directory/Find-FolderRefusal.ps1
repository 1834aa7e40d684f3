# Why nothing is ever removed from this folder: Windows' own, whole profiles.
## Or nothing: Windows' own folders, whole profiles.
function Find-FolderRefusal([string] $Path) {
    $refusal = Find-PathRefusal $Path
    if ($refusal) { return $refusal }
    $shown = ConvertTo-Line $Path
    $plain = $Path.TrimEnd('\')
    if (-not (Get-PathPart $plain -Parent)) { return "$shown is the root of a drive" }
    # a second name would pass the checks below
    if ($plain -match '~[0-9]') { return "$shown may be a short name" }
    $windows = Get-SpecialFolder 'Windows'
    $data = Get-SpecialFolder 'CommonApplicationData'
    $users = [string](Read-SystemValue 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList' 'ProfilesDirectory')
    if ($users) { $users = (Expand-Path $users).TrimEnd('\') }
    $whole = @($windows, $data, $users, "$data\Microsoft", "$data\Microsoft\Windows"
        foreach ($name in 'System', 'SystemX86', 'ProgramFiles', 'ProgramFilesX86', 'CommonProgramFiles', 'CommonProgramFilesX86', 'UserProfile') { Get-SpecialFolder $name })
    foreach ($folder in $whole) { if ($folder -and "$folder\".StartsWith("$plain\", [StringComparison]::OrdinalIgnoreCase)) { return "$shown is or holds the system folder $folder" } }
    foreach ($name in 'assembly', 'Boot', 'Fonts', 'INF', 'Installer', 'Microsoft.NET', 'servicing', 'SystemApps', 'System32\catroot', 'System32\config', 'System32\drivers', 'System32\DriverStore', 'WinSxS') {
        if ("$plain\".StartsWith("$windows\$name\", [StringComparison]::OrdinalIgnoreCase)) { return "$shown lies in the system folder $windows\$name" }
    }
    if ($users -and [string]::Equals((Get-PathPart $plain -Parent), $users, 'OrdinalIgnoreCase')) { "$shown is the whole profile of a user" }
}
