# How many days ago the oldest pending update was published; 0 where none is pending.
function Read-WindowsUpdatePendingAge { Measure-UpdateAge @(Select-PendingUpdate) }
