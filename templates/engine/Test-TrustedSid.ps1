# True for those who may write where we read.
## True for those who may write where we read: SYSTEM, Administrators, TrustedInstaller, who runs this script; the built-in administrator, domain and enterprise ones.
function Test-TrustedSid([string] $Sid) {
    $Sid -in 'S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464' -or $Sid -match '^S-1-5-21-.+-(500|512|519)$' -or $Sid -eq (Get-UserSid)
}
