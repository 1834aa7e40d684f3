# Gives the SIDs of those whose files and folders we trust: SYSTEM, Administrators, TrustedInstaller and the account that runs this script.
function Get-TrustedSid {
    'S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', (Get-UserSid)
}
