# Gives nothing where a file or folder that is there has an attribute as wanted, else the reason.
function Test-PathAttribute([string] $Path, [string] $Attribute, [bool] $Wanted) {
    if ((Get-PathAttributeState $Path, $Attribute) -eq $(if ($Wanted) { 'on' } else { 'off' })) { return }
    $entry = Get-FileEntry $Path
    if ($null -eq $entry -or $entry.IsLink) { return }
    $name = ($Attribute -creplace '(?<=.)([A-Z])', '-$1').ToLowerInvariant()
    "$(Format-Entry $entry) $(if ($Wanted) { "lacks the attribute $name" } else { "has the attribute $name, which it should not have" })"
}
