# True for those whose files and folders we trust, and who may write where we read: SYSTEM, Administrators, TrustedInstaller, the account that runs this
# script; and domain administrators, enterprise administrators and the built-in administrator, whom their last number tells.
function Test-TrustedSid {
    param([string] $Sid)
    $Sid -in 'S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464' -or $Sid -match '^S-1-5-21-.+-(500|512|519)$' -or $Sid -eq (Get-UserSid)
}
