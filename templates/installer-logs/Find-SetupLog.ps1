# Gives the logs of one installer that we ran: its own, and those that a bundle names after it for each package (name_000_Package.log).
function Find-SetupLog([string] $Folder, [string] $Stem) {
    Find-LogFile -Folder $Folder -Pattern "$Stem.log"
    Find-LogFile -Folder $Folder -Pattern "${Stem}_*.log"
}
