# What a shortcut holds, its icon as file and index; nothing where there is none.
function Read-ShortcutLink([string] $Path) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry) { return }
    $shown = "shortcut $(ConvertTo-Line $Path)"
    if ($entry.IsDirectory -or $entry.IsLink) { throw "$shown is a folder or a link" }
    try {
        # The object below takes what it cannot read for empty. Size of the header and CLSID: [MS-SHLLINK], 2.1
        if ([BitConverter]::ToString((Get-FileByte -Path $Path -Count 20)) -ne '4C-00-00-00-01-14-02-00-00-00-00-00-C0-00-00-00-00-00-00-46') { throw 'the file is no shortcut' }
        $link = Get-ShortcutLink $Path
    }
    catch { throw "${shown}: $($_.Exception.GetBaseException().Message)" }
    $icon = [regex]::Match($link.IconLocation, '^(.*?)(,(-?[0-9]+))?$')
    [pscustomobject]@{ Target = $link.TargetPath; Arguments = $link.Arguments; WorkingDirectory = $link.WorkingDirectory; Icon = $icon.Groups[1].Value; IconIndex = $(if ($icon.Groups[3].Success) { [int]$icon.Groups[3].Value } else { 0 }); Description = $link.Description }
}
