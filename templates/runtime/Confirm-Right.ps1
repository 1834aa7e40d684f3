# Ends the script at once where it runs as the wrong account: without administrator's rights, or a remedy of the user as a system account.
function Confirm-Right {
    #remedyc:only Context.User
    if ($script:Remedy.Context -eq 'user') {
        # SYSTEM, Local Service, Network Service: their HKCU is nobody's
        if (@('S-1-5-18', 'S-1-5-19', 'S-1-5-20') -contains (Get-UserSid)) { Complete-Early -Outcome 'blocked' -Why 'this remedy is for the signed-in user and runs as a system account; deploy it with the user''s credentials' }
    }
    #remedyc:end
    #remedyc:only Context.System
    if ($script:Remedy.Context -eq 'system' -and -not (Test-Elevation)) { Complete-Early -Outcome 'failed' -Why 'administrator''s rights are needed; nothing was changed' }
    #remedyc:end
}
