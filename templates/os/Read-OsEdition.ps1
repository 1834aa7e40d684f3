# The edition of Windows in its own word: ServerStandard, Enterprise, ...
function Read-OsEdition {
    Read-SystemValue 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'EditionID' -Required
}
