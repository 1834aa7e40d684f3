# The programs whose opened files are not scanned, as one list.
function Read-DefenderExcludedProcesses { , (Read-DefenderSetting 'ExcludedProcesses') }
