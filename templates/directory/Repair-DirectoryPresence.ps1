# Makes a folder and those above it.
function Repair-DirectoryPresence([string] $Path) { Add-MissingFolder $Path.TrimEnd('\') }
