# Gives the installed packages for which a condition over the uninstall entry holds.
function Select-Package([scriptblock] $Where) { foreach ($entry in Find-PackageEntry $Where) { ConvertTo-Package $entry } }
