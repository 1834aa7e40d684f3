# The files and folders that are not scanned, as one list.
function Read-DefenderExcludedPaths { , (Read-DefenderSetting 'ExcludedPaths') }
