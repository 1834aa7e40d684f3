# Gives the SID of the simulated machine's own accounts, without their number.
function Find-MachineSid { (Find-AccountSid -Name 'SRV01\Administrator') -replace '-500$' }
