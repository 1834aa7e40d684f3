# Why the copy of this script is not as it should be, or nothing: it is what runs as SYSTEM.
function Test-OwnCopy([string] $Path, [string] $Text) {
    $why = Test-File -Path $Path -Content $Text
    if ($why) { $why } else { Find-PathWriter $Path }
}
