# How many days ago the oldest pending security update was published; 0 where none is pending.
function Read-WindowsUpdatePendingSecurityAge { Measure-UpdateAge @(Select-PendingUpdate | Where-Object { $_.IsSecurity }) }
