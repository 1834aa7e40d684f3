# Whether a registry key must never be deleted, since Windows needs it.
## Whether a registry key must never be deleted: a hive, the top of one, or a key that Windows does not start or work without.
function Test-RegistryKeyVital([string] $Key) {
    $at = Split-RegistryKey -Key $Key
    $path = $at.Path -replace '\\+', '\'
    # The root of a hive and the keys directly below it; in HKEY_USERS also those directly below a user.
    $depth = if ($at.Hive -eq 'HKU') { 2 } else { 1 }
    if (@($path.Split([char[]]'\', [StringSplitOptions]::RemoveEmptyEntries)).Count -le $depth) { return $true }
    if ($at.Hive -eq 'HKU') { $path = $path.Split([char[]]'\', 2)[1] }

    $control = '(CurrentControlSet|ControlSet[0-9]{3})'
    $vital = @(
        "SYSTEM\\$control(\\(Control|Services|Enum|Policies|Hardware Profiles))?"
        "SYSTEM\\$control\\Control\\(Class|ComputerName|CrashControl|DeviceClasses|Lsa|Network|Nls|ProductOptions|SafeBoot|SecurityProviders|SecurityProviders\\SCHANNEL|Session Manager|Terminal Server|Windows)"
        "SYSTEM\\$control\\Services\\(Tcpip|Tcpip\\Parameters|Dhcp|Dnscache|EventLog|LanmanServer|LanmanWorkstation|Netlogon|NTDS|PlugPlay|RpcSs|SamSs|WinSock2|Winmgmt)"
        'SYSTEM\\(Setup|Select|MountedDevices|WPA|HardwareConfig|DriverDatabase|RNG|ResourceManager)'
        'SOFTWARE\\(WOW6432Node\\)?(Classes|Microsoft|Policies|RegisteredApplications|WOW6432Node)'
        'SOFTWARE\\(WOW6432Node\\)?Classes\\(CLSID|Interface|TypeLib|AppID|Installer)'
        'SOFTWARE\\(WOW6432Node\\)?Microsoft\\(Cryptography|EnterpriseCertificates|Ole|Rpc|SystemCertificates|WBEM|Windows|Windows NT|\.NETFramework|NET Framework Setup)'
        'SOFTWARE\\(WOW6432Node\\)?Microsoft\\Windows( NT)?\\CurrentVersion'
        'SOFTWARE\\(WOW6432Node\\)?Microsoft\\Windows\\CurrentVersion\\(Component Based Servicing|Explorer|Installer|Policies|Run|Setup|SideBySide|Uninstall|Authentication|AppModel|Appx)'
        'SOFTWARE\\(WOW6432Node\\)?Microsoft\\Windows NT\\CurrentVersion\\(Fonts|ProfileList|Schedule|Svchost|Windows|Winlogon|Image File Execution Options)'
    )
    foreach ($pattern in $vital) {
        if (Test-Match $path "^(?:$pattern)`$") { return $true }
    }
    $false
}
