# A service comes with the program that brings it.
function Repair-ServicePresence([string] $Name) { throw "service $Name is not installed" }
