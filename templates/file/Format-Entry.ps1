# What a message calls a file or folder.
function Format-Entry([object] $Entry) { "$(if ($Entry.IsDirectory) { 'folder' } else { 'file' }) $(ConvertTo-Line $Entry.Path)" }
