# Ends the script where it runs without administrator's rights.
function Confirm-Elevation {
    if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
}
