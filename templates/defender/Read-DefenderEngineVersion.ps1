# The version of the engine of Microsoft Defender Antivirus.
function Read-DefenderEngineVersion { [version](Read-DefenderStatus 'AMEngineVersion') }
