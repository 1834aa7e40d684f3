# Whether tamper protection is on; versions that do not say have none.
function Read-DefenderTamperProtected { [bool](Read-DefenderStatus 'IsTamperProtected') }
