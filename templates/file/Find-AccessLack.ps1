# What keeps an account from a right to a file, or to a folder and all that will lie below it; nothing where it has it.
## Entries count in their order, as Windows asks them: the first that names a bit decides it (learn.microsoft.com/windows/win32/secauthz/how-dacls-control-access-to-an-object). Other groups of the account than those of everybody are not looked up.
function Find-AccessLack([object[]] $Entry, [bool] $IsFolder, [string] $Right, [string] $Sid) {
    # which entries count, by their flags: for the thing itself, the folders and the files below it
    $places = @(8, 0), @(6, 2), @(5, 1)
    if (-not $IsFolder) { $places = , $places[0] }
    foreach ($place in $places) {
        $left = Get-AccessMask $Right
        foreach ($one in $Entry) {
            if (($one.Flags -band $place[0]) -ne $place[1]) { continue }
            $has = $one.Rights
            # GENERIC_ALL, _READ, _WRITE, _EXECUTE
            foreach ($generic in @(0x10000000, 0x1F01FF), @(0x80000000, 0x120089), @(0x40000000, 0x120116), @(0x20000000, 0x1200A0)) { if (($has -band $generic[0]) -ne 0) { $has = $has -bor $generic[1] } }
            if (($has -band $left) -eq 0) { continue }
            if (-not $one.Allow) { if ($one.Sid -in $Sid, 'S-1-1-0', 'S-1-5-11') { return "denies $($one.Sid) the right $Right" } }
            elseif ($one.Sid -eq $Sid) { $left = $left -band -bnot $has }
        }
        if ($left -ne 0) { return "does not grant $Sid the right $Right" }
    }
}
