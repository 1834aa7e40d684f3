# Replaces what a file or folder itself allows an account ('rights flags' of each entry); what it inherits, and what others have, stays.
## What lies below a folder comes first, so that a run that was killed begins anew.
function Write-PathAccess([string] $Path, [string] $Sid, [string] $Text) {
    $entries = @(foreach ($one in $Text -split ', ' -ne '') { $rights, $flags = $one -split ' '; [pscustomobject]@{ Rights = [int]$rights; Flags = [int]$flags } })
    try {
        if ((Get-FileEntry $Path).IsDirectory) {
            $inherited = @(Get-AccessEntry $Path | Where-Object { $_.Allow -and $_.Sid -eq $Sid -and ($_.Flags -band 16) -ne 0 })
            $kept = @(Update-AccessBelow $Path $Sid ($entries + $inherited))
            if ($kept.Count -gt 0) { Write-Note "the rights of $($kept.Count) files or folders below $Path stay as they are, the first: $($kept[0])" }
        }
        $null = Edit-AccessEntry $Path $Sid $entries
    }
    catch { throw "the rights of $(ConvertTo-Line $Path): $($_.Exception.GetBaseException().Message)" }
}
