# That an account is to lose rights that keeps them: SYSTEM, administrators and who runs this; or nothing.
function Find-PathExcludesBlocker([string[]] $Accounts) {
    foreach ($sid in $Accounts) { if ($sid -in 'S-1-5-18', 'S-1-5-32-544', (Get-UserSid)) { return "$sid keeps its rights, without which nothing could be put right again" } }
}
