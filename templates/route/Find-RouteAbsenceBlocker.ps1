# Why routes cannot be deleted, or nothing.
function Find-RouteAbsenceBlocker {
    #remedyc:only Context.User
    if (-not (Test-Elevation)) { return 'administrator''s rights are needed' }
    #remedyc:end
}
