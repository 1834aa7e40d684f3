# The endings of files that are not scanned, as one list.
function Read-DefenderExcludedExtensions { , (Read-DefenderSetting 'ExcludedExtensions') }
