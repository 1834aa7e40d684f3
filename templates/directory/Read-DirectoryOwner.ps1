# The SID of the account that a folder belongs to; $null where there is none.
function Read-DirectoryOwner(
    [string] $Path
    #remedyc:only Directory.Files
    , [string[]] $Files
    #remedyc:end
) {
    if (Read-DirectoryExists @PSBoundParameters) { Get-PathOwnerState $Path }
}
