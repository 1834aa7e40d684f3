# The folder of everybody's Start menu.
function Read-KnownFolderCommonStartMenu { Get-KnownFolder 'CommonStartMenu' }
