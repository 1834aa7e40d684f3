# The version of the antivirus signatures.
function Read-DefenderSignatureVersion { [version](Read-DefenderStatus 'AntivirusSignatureVersion') }
