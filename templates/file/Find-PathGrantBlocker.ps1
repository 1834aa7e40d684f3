# Why a right cannot be granted: an entry of the file or folder itself denies it, and comes first; or nothing.
## One that is inherited does not: what is granted here stands before it.
function Find-PathGrantBlocker([string] $Path, [string] $Right, [string[]] $Accounts) {
    if ($null -eq (Get-FileEntry $Path)) { return }
    $own = @(Read-AccessEntry $Path | Where-Object { -not $_.Allow -and ($_.Flags -band 16) -eq 0 })
    foreach ($sid in $Accounts) {
        if ($sid -match '^S-1-3-') { return "$sid stands for another account in each file, so that nobody can be granted a right by it" }
        foreach ($one in $own) { if ($one.Sid -in $sid, 'S-1-1-0', 'S-1-5-11' -and ($one.Rights -band ((Get-AccessMask $Right) -bor 0x10000000)) -ne 0) { return "an entry that denies $($one.Sid) rights supersedes it, take that away there" } }
    }
}
