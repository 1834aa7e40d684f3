# How many updates are pending.
function Read-WindowsUpdatePending { @(Select-PendingUpdate).Count }
