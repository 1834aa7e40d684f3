# How old the antivirus signatures are, in whole days.
function Read-DefenderSignatureAge { [timespan]::FromDays((Read-DefenderStatus 'AntivirusSignatureAge')) }
