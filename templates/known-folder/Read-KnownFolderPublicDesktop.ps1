# The folder of what is on everybody's desktop.
function Read-KnownFolderPublicDesktop { Get-KnownFolder 'CommonDesktopDirectory' }
