# How many days ago the oldest pending security update was published; $null where none is pending.
function Read-WindowsUpdatePendingSecurityAge { Measure-UpdateAge @(Select-PendingUpdate | Where-Object { $_.IsSecurity }) }
