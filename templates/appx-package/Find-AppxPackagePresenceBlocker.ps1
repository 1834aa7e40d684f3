# Why an app cannot be installed.
function Find-AppxPackagePresenceBlocker { 'a script cannot install an app of the Store' }
