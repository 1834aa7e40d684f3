# The logs of one installer: its own, and those that a bundle names after it.
## The logs of one installer that we ran: its own, and those that a bundle names after it (name_000_Package.log).
function Find-SetupLog([string] $Folder, [string] $Stem) { foreach ($pattern in "$Stem.log", "${Stem}_*.log") { Find-LogFile $Folder $pattern } }
