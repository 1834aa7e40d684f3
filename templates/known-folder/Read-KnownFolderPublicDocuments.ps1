# The folder of everybody's documents.
function Read-KnownFolderPublicDocuments { Get-KnownFolder 'CommonDocuments' }
