# How many security updates are pending.
function Read-WindowsUpdatePendingSecurity { @(Select-PendingUpdate | Where-Object { $_.IsSecurity }).Count }
