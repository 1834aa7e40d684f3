# The folder of the programs in everybody's Start menu.
function Read-KnownFolderCommonPrograms { Get-KnownFolder 'CommonPrograms' }
