# Gives client, server, server_core or nano_server.
function Read-OsInstallationType {
    $kind = Read-SystemValue 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'InstallationType' -Required
    if ($kind -notin 'Client', 'Server', 'Server Core', 'Nano Server') { throw "the installation type of Windows is unknown: $(ConvertTo-Line $kind)" }
    $kind.Replace(' ', '_').ToLowerInvariant()
}
