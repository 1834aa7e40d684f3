# Ends the script where it runs as SYSTEM, Local Service or Network Service: their HKCU is nobody's.
function Confirm-User {
    if ((Get-UserSid) -in 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') { Complete-Early 'blocked' 'this remedy is for the signed-in user and runs as a system account; deploy it with the user''s credentials' }
}
