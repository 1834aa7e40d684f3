# What the pending updates are called, as one list.
function Read-WindowsUpdatePendingTitles { , [string[]]@(foreach ($one in Select-PendingUpdate) { $one.Title }) }
