## Ends the script where it runs without administrator's rights.
function Confirm-Elevation {
    if (-not (Test-Elevation)) { Complete-Early 'failed' 'administrator''s rights are needed; nothing was changed' }
}
