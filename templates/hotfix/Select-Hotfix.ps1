# Gives the ids of the updates that Windows lists as installed.
function Select-Hotfix { foreach ($one in Find-InstalledUpdate '') { $one.Id } }
