# Gives the reason why nothing is ever removed from (or with) this folder, or nothing: Windows' own folders, those of users as a whole, links, paths that can be read in two ways.
function Find-FolderRefusal([string] $Path) {
    $shown = ConvertTo-Line $Path
    $plain = $Path.TrimEnd('\')
    if ($plain -notmatch '^([A-Za-z]:|\\\\[^\\?.][^\\]*\\[^\\]+)(\\[^\\]+)*$') { return "$shown is not an absolute path" }
    $parts = @(($plain -replace '^([A-Za-z]:|\\\\[^\\]+\\[^\\]+)', '').Split([char[]]'\', [StringSplitOptions]::RemoveEmptyEntries))
    if ($parts.Count -eq 0) { return "$shown is the root of a drive" }
    foreach ($part in $parts) {
        # Windows drops dots and spaces at the end, and ~1 is a second name of something else: the checks below would look at another folder
        if ($part -match '[. ]$|[/:*?"<>|]|~[0-9]') { return "$shown has a part that can be read in two ways: '$(ConvertTo-Line $part)'" }
    }

    $windows = Get-SpecialFolder -Name 'Windows'
    $data = Get-SpecialFolder -Name 'CommonApplicationData'
    $users = Read-SystemValue -Path 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList' -Name 'ProfilesDirectory'
    $users = if ($users) { (Expand-Path $users).TrimEnd('\') } else { '' }
    $whole = @(
        $windows, $data, $users, "$data\Microsoft", "$data\Microsoft\Windows"
        foreach ($name in 'System', 'SystemX86', 'ProgramFiles', 'ProgramFilesX86', 'CommonProgramFiles', 'CommonProgramFilesX86', 'UserProfile') { Get-SpecialFolder -Name $name }
    ) | Where-Object { $_ }
    foreach ($folder in $whole) {
        if ("$folder\".StartsWith("$plain\", [StringComparison]::OrdinalIgnoreCase)) { return "$shown is or holds the system folder $folder" }
    }
    foreach ($name in 'assembly', 'Boot', 'Fonts', 'INF', 'Installer', 'Microsoft.NET', 'servicing', 'SystemApps', 'System32\catroot', 'System32\config', 'System32\drivers', 'System32\DriverStore', 'WinSxS') {
        if ("$plain\".StartsWith("$windows\$name\", [StringComparison]::OrdinalIgnoreCase)) { return "$shown lies in the system folder $windows\$name" }
    }
    if ($users -and (Test-Text $plain.Substring(0, $plain.LastIndexOf([char]'\')) $users -IgnoreCase)) { return "$shown is the whole profile of a user" }

    # A junction in the path would lead outside; whoever can place one could have anything removed
    for ($end = $plain.Length; $end -gt 0; $end = $plain.LastIndexOf([char]'\', $end - 1)) {
        $upper = $plain.Substring(0, $end)
        if ($upper -match '^([A-Za-z]:|\\\\[^\\]+(\\[^\\]+)?|\\?)$') { break }
        $entry = Get-PathEntry -Path $upper
        if ($null -ne $entry -and $entry.IsLink) { return "$(ConvertTo-Line $upper) is a junction or link" }
    }
}
