# Gives the names of all services; drivers are none.
## SERVICE_WIN32 is 0x30; what has 0x40 without 0x80 is the pattern of a service of each user and never runs itself (QUERY_SERVICE_CONFIGW, dwServiceType; "Per-user services in Windows").
function Select-Service {
    foreach ($name in Find-ServiceKey) {
        $configuration = Get-ServiceConfiguration $name
        if ($null -ne $configuration -and $configuration.Type -band 0x30 -and ($configuration.Type -band 0xC0) -ne 0x40) { $name }
    }
}
