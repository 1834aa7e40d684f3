# Gives the attributes of the file, folder or link at a path as a number; nothing for none.
function Get-EntryAttribute([string] $Path) {
    try { [int][IO.File]::GetAttributes($Path) }
    catch [IO.FileNotFoundException], [IO.DirectoryNotFoundException] { return }
}
