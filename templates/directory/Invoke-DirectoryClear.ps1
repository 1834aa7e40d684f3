# Removes what a folder holds, by file pattern and age; never the folder.
function Invoke-DirectoryClear {
    param(
        [Parameter(Mandatory)] [string] $Path,
        #remedyc:only Directory.Files
        [string[]] $Files,
        #remedyc:end
        [timespan] $OlderThan = [timespan]::Zero
    )
    $refusal = Find-FolderRefusal $Path
    if ($refusal) { throw "nothing is removed: $refusal" }
    $entry = Get-FileEntry $Path
    if ($null -eq $entry) { return }
    if (-not $entry.IsDirectory -or $entry.IsLink) { throw "$(ConvertTo-Line $Path) is a file, a junction or link" }
    Add-Journal 'Lost' "contents of folder $Path were removed"
    # Without an age everything goes, also a file whose time lies in the future
    $given = @{ Before = (Get-Clock) - $OlderThan }
    if ($OlderThan -eq [timespan]::Zero) { $given = @{ Before = [datetime]::MaxValue; All = $true } }
    #remedyc:only Directory.Files
    if ($Files) { $given = @{ Before = $given.Before; Files = $Files } }
    #remedyc:end
    $sum = Clear-FolderLevel $Path @given
    Write-Note "$($sum.Removed) files removed from $Path, $($sum.Kept) could not be removed$(if ($sum.Why -ne '') { ", the first: $($sum.Why)" })"
}
