# Deletes a mark, where there is one.
function Clear-SavedMark([string] $Name, [switch] $Session) {
    if ($(if ($Session) { $Remedy.Session } else { $Remedy.Marks }).ContainsKey($Name)) { Save-Mark $Name '' -Session:$Session }
}
