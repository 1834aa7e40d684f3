# The execution policy that Group Policy sets for the user.
function Read-PowershellUserPolicy { Get-ScriptPolicy 'HKCU' }
