# The folder of what is started whenever anybody signs in.
function Read-KnownFolderCommonStartup { Get-KnownFolder 'CommonStartup' }
