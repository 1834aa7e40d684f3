# How many days ago the oldest pending update was published; $null where none is pending.
function Read-WindowsUpdatePendingAge { Measure-UpdateAge @(Select-PendingUpdate) }
