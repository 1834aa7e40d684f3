# Puts the name that people know behind each SID.
## Puts the name that people know behind each SID in a message: 'S-1-5-80-0 (NT SERVICE\ALL SERVICES)'.
function Add-AccountName([string] $Text) {
    #remedyc:only Context.Accounts
    $found = [regex]::Matches($Text, 'S-1-[0-9]+(?:-[0-9]+)+(?! \()')
    for ($index = $found.Count - 1; $index -ge 0; $index--) {
        $sid = $found[$index].Value
        if ($Remedy.Accounts.ContainsKey($sid)) { $Text = $Text.Insert($found[$index].Index + $sid.Length, ' (' + $Remedy.Accounts[$sid] + ')') }
    }
    #remedyc:end
    $Text
}
