/**
 * What a kind does from every way in which a machine deviates: things named literally, through a `%Variable%`, by a parameter and as the elements of a
 * list, each of them in its own way wrong. Detect, fix, detect, fix: the fix helps, says no more than it did, and the second one changes nothing.
 */
export interface Conformance {
  readonly kind: string;
  /** Members and statements of the remedy. */
  readonly parameters?: string;
  readonly statements: string;
  /** Machines that deviate, each the items of a `given`. */
  readonly deviations: readonly string[];
  /** What the fix comes to, where that is not success: Windows takes some settings up when it restarts. */
  readonly outcome?: string;
}

/** Kinds beside those of `conformance.test.ts`. */
export const moreKinds: readonly Conformance[] = [
  {
    kind: "winget_package",
    parameters: 'param place: string = "Contoso.Parameter"',
    statements: String.raw`
      ensure winget_package("7zip.7zip", scope: any) { minimum_version: 24.09 }
      ensure winget_package(place, source: "contoso") present
      each id in ["Contoso.One", "Contoso.Two"] { ensure winget_package(id) absent }`,
    deviations: [
      String.raw`winget_package("7zip.7zip") { version: 9.20 }
        winget_package("Contoso.One") { version: none }`,
      String.raw`winget_package("Contoso.Parameter") present
        winget_package("Contoso.Two") present`,
    ],
  },
  {
    kind: "chocolatey_package",
    parameters: 'param place: string = "contoso"',
    statements: String.raw`
      ensure chocolatey_package("7zip") { minimum_version: 24.09 }
      ensure chocolatey_package(place) { version: 1.2, source: "contoso" }
      ensure chocolatey_package("git") present
      each id in ["one", "two"] { ensure chocolatey_package(id) absent }`,
    deviations: [
      String.raw`chocolatey_package("7zip") { version: 9.20 }
        chocolatey_package("contoso") { version: 1.3 }
        chocolatey_package("one") { version: none }`,
    ],
  },
  {
    kind: "file_line",
    parameters: 'param line: string = "mode=fast"',
    statements: String.raw`
      ensure file_line('C:\Contoso\app.conf', line) present { pattern: '^mode=' }
      each one in ["debug=a", "debug=b"] { ensure file_line('C:\Contoso\app.conf', one) absent }
      ensure file_line('%ProgramData%\Contoso\b.conf', "x=1") absent`,
    deviations: [
      String.raw`file('C:\Contoso\app.conf') { content: "mode=slow\ndebug=b\n" }
        file_line('%ProgramData%\Contoso\b.conf', "x=1") present`,
    ],
  },
  {
    kind: "bitlocker_volume",
    parameters: 'param drive: string = "D:"',
    statements: `
      ensure bitlocker_volume("C:") { recovery_password: present, protection: on }
      ensure bitlocker_volume(drive) { protection: on }
      each one in ["E:", "F:"] { ensure bitlocker_volume(one) { recovery_password: present } }`,
    deviations: [
      `bitlocker_volume("C:") { protection: suspended, recovery_password: missing }
        bitlocker_volume("D:") { protection: suspended, method: aes_128 }
        bitlocker_volume("E:") { recovery_password: missing, type: removable }
        bitlocker_volume("F:") { protection: suspended }`,
    ],
  },
  {
    kind: "wifi_profile",
    parameters: 'param place: string = "Parameter"',
    statements: String.raw`
      ensure wifi_profile("Guest") absent
      ensure wifi_profile(place) absent
      each name in ["One", "Two"] { ensure wifi_profile(name) absent }
      ensure wifi_profile("Kept") present { source: 'C:\Contoso\kept.xml' }
      each w in wifi_profile(connection_mode == auto) { ensure w absent }`,
    deviations: [
      String.raw`wifi_profile("Guest") { authentication: "open" }
        wifi_profile("One") present
        wifi_profile("It's") { connection_mode: auto }
        wifi_profile("Kept") { connection_mode: manual }`,
      String.raw`wifi_profile("Parameter") { authentication: none }
        wifi_profile("Two") { connection_mode: none }`,
    ],
  },
  {
    kind: "route",
    parameters: 'param place: string = "10.30.0.0/16"',
    statements: String.raw`
      ensure route("10.20.0.0/16") { next_hop: "10.0.0.1", metric: 5 }
      ensure route(place) { next_hop: "10.0.0.1", interface: "Ethernet" }
      each one in ["10.40.0.0/16", "2001:db8::/32"] { ensure route(one) absent }
      each r in route(next_hop == "10.0.0.9", metric > 1) { ensure r absent }`,
    deviations: [
      String.raw`route("10.20.0.0/16") { next_hop: "10.0.0.1" }
        route("10.30.0.0/16") { next_hop: "10.0.0.2" }
        route("10.40.0.0/16") present
        route("10.50.0.0/16") { next_hop: "10.0.0.9", metric: 2 }
        route("10.60.0.0/16") { next_hop: "10.0.0.9", metric: 1 }`,
      String.raw`route("2001:db8::/32") present
        registry_value('HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\PersistentRoutes', "10.20.0.0,255.255.0.0,10.0.0.1,1") { data: "" }`,
    ],
  },
  {
    kind: "vpn_connection",
    parameters: 'param place: string = "Parameter"',
    statements: String.raw`
      ensure vpn_connection("Contoso") { server_address: "vpn.contoso.com", tunnel_type: ikev2, split_tunneling: true }
      ensure vpn_connection(place) absent
      each name in ["One", "Two"] { ensure vpn_connection(name) { server_address: "two.contoso.com", authentication_method: eap } }
      each v in vpn_connection(tunnel_type == pptp) { ensure v absent }`,
    deviations: [
      String.raw`vpn_connection("Contoso") { tunnel_type: sstp }
        vpn_connection("It's") { tunnel_type: pptp }
        vpn_connection("One") { server_address: "two.contoso.com", authentication_method: chap }`,
      String.raw`vpn_connection("Parameter") { dns_suffix: "contoso.com" }
        vpn_connection("Kept") { server_address: "kept.contoso.com" }`,
    ],
  },
  {
    kind: "pnp_device",
    parameters: String.raw`param place: string = 'USB\ROOT_HUB30\4&1A2B3C4D&0&0'`,
    statements: String.raw`
      ensure pnp_device('PCI\VEN_8086&DEV_1533\3&11583659&0&C8') { enabled: true }
      ensure pnp_device(place) { enabled: true }
      each id in ['BTH\1', 'BTH\2'] { ensure pnp_device(id) { enabled: false } }
      each d in pnp_device(class == "Camera") { ensure d { enabled: false } }`,
    deviations: [
      String.raw`pnp_device('PCI\VEN_8086&DEV_1533\3&11583659&0&C8') { enabled: false }
        pnp_device('USB\ROOT_HUB30\4&1A2B3C4D&0&0') { enabled: false }
        pnp_device('bth\1') { class: "Bluetooth", problem_code: 43 }
        pnp_device('BTH\2') { enabled: false }
        pnp_device('USB\CAM\1') { class: "Camera", problem_code: 28 }`,
    ],
  },
  {
    kind: "ini_value",
    parameters: 'param mode: string = "fast"\n  param place: string = "Agent"',
    statements: String.raw`
      ensure ini_value('%ProgramData%\Contoso\a.ini', place, "Mode") { value: mode, create_file: true }
      each one in ["Proxy", "Debug"] { ensure ini_value('C:\Contoso\b.ini', "Server", one) absent }
      ensure ini_value('C:\Contoso\b.ini', "", "Log") { value: "" }`,
    deviations: [
      String.raw`file('C:\Contoso\b.ini') { content: "log=1\n[server]\nproxy=x\nDEBUG=1\nproxy=y\n" }
        ini_value('%ProgramData%\Contoso\a.ini', "agent", "mode") { value: "slow" }`,
    ],
  },
  {
    kind: "json_value",
    parameters: 'param mode: string = "fast"\n  param place: string = "/agent/mode"',
    statements: String.raw`
      ensure json_value('%ProgramData%\Contoso\a.json', place) { data: mode, create_file: true }
      each one in ["/proxy", "/servers/0/debug"] { ensure json_value('C:\Contoso\b.json', one) absent }
      ensure json_value('C:\Contoso\b.json', "/log") { json: "[1, { }]" }`,
    deviations: [
      String.raw`file('C:\Contoso\b.json') { content: '{ "log": 1, "servers": [{ "debug": true }], "proxy": null }' }
        json_value('%ProgramData%\Contoso\a.json', "/agent") { json: "{}" }`,
    ],
  },
  {
    kind: "xml_value",
    parameters: 'param mode: string = "<fast>"\n  param place: string = "/a/b/@mode"',
    statements: String.raw`
      ensure xml_value('%ProgramData%\Contoso\a.xml', place) { value: mode }
      each one in ["/a/c", "/a/b/@proxy"] { ensure xml_value('C:\Contoso\b.xml', one) absent }
      ensure xml_value('C:\Contoso\b.xml', "/a/log/level") { value: "" }`,
    deviations: [
      String.raw`file('C:\Contoso\b.xml') { content: "<a><b proxy='x'/><c>1</c><c/></a>" }
        xml_value('%ProgramData%\Contoso\a.xml', "/a/b/@mode") { value: "slow" }`,
    ],
  },
  {
    kind: "shortcut",
    parameters: "param app: path = 'C:\\Contoso\\app.exe'",
    statements: String.raw`
      ensure shortcut('%Public%\Desktop\App.lnk') { target: app, working_directory: 'C:\Contoso' }
      each name in ["A.lnk", "B.lnk"] { ensure shortcut('C:\ProgramData\Contoso' / name) absent }`,
    deviations: [
      String.raw`shortcut('C:\ProgramData\Contoso\A.lnk') present`,
      String.raw`shortcut('C:\Users\Public\Desktop\App.lnk') { target: 'C:\other.exe' }
        shortcut('C:\ProgramData\Contoso\B.lnk') { target: 'C:\other.exe' }`,
    ],
  },
  {
    kind: "windows_feature",
    parameters: 'param extra: string = "NetFx3"',
    statements: `
      each name in ["SMB1Protocol", "TelnetClient"] { ensure windows_feature(name) { enabled: false } }
      ensure windows_feature(extra) { enabled: true }`,
    deviations: [
      'windows_feature("SMB1Protocol") { enabled: true }',
      `windows_feature("telnetclient") { enabled: true }
        windows_feature("NetFx3") { enabled: true }`,
    ],
  },
  {
    kind: "windows_capability",
    parameters: 'param extra: string = "Rsat.Dns.Tools~~~~0.0.1.0"',
    statements: `
      ensure windows_capability("OpenSSH.Server~~~~0.0.1.0") present
      each name in ["MathRecognizer~~~~0.0.1.0", "WMIC~~~~"] { ensure windows_capability(name) absent }
      ensure windows_capability(extra) present { source: '%SystemDrive%\\FoD' }`,
    deviations: [
      'windows_capability("WMIC~~~~") present',
      `windows_capability("mathrecognizer~~~~0.0.1.0") present
        windows_capability("OpenSSH.Server~~~~0.0.1.0") present`,
    ],
  },
  {
    kind: "event_channel",
    parameters: 'param log: string = "Contoso-Agent/Operational"\n  param most: size = 8MB',
    statements: `
      ensure event_channel("Application") { maximum_size: 64MB, mode: circular }
      ensure event_channel(log) { enabled: true, maximum_size: most }
      each name in ["Contoso/Debug", "Fabrikam/Analytic"] { ensure event_channel(name) { enabled: false } }`,
    deviations: [
      'event_channel("Application") { mode: retain, maximum_size: 1GB }',
      `event_channel("Contoso-Agent/Operational") { enabled: false, direct: true, maximum_size: 4MB }
        event_channel("Fabrikam/Analytic") { direct: true, mode: retain }`,
    ],
  },
  {
    kind: "network_interface",
    parameters: 'param server: string = "10.0.0.9"\n  param name: string = "Wi-Fi"',
    statements: `
      ensure network_interface("Ethernet") { dns_servers: [server, "10.0.0.8"], ipv6: true }
      ensure network_interface(name) { dns_source: automatic }
      each n in network_interface(physical == false) { ensure n { ipv6: false } }`,
    deviations: [
      `network_interface("ethernet") { ipv6: false }
        network_interface("wi-fi") { dns_source: manual }
        network_interface("VPN") { physical: false }`,
    ],
  },
  {
    kind: "firewall_rule",
    parameters: 'param rule: string = "Parameter"\n  param ports: [string] = ["53", "5353"]',
    statements: String.raw`
      ensure firewall_rule("Contoso") { direction: inbound, action: allow, protocol: tcp, program: '%ProgramFiles%\Contoso\a.exe', remote_addresses: ["10.1.0.0/8"] }
      ensure firewall_rule(rule) { direction: outbound, action: block, protocol: udp, remote_ports: ports, enabled: true }
      each name in ["Old", "Older"] { ensure firewall_rule(name) absent }`,
    deviations: [
      `firewall_rule("Old") { copies: 2 }
        firewall_rule("parameter") { direction: outbound, protocol: udp, remote_ports: ["53"], enabled: false }`,
    ],
  },
  {
    kind: "script",
    parameters: 'param place: string = "parameter"',
    statements: [
      "ensure script(\"literal\") {\n  test: '''$true'''\n  fix: '''Write-Output 1'''\n}",
      "ensure script(\"other\") {\n  test: '''return $false'''\n  fix: '''Write-Output 2'''\n}",
    ].join("\n"),
    deviations: ['script("literal") { holds: false }\nscript("other") { holds: false }'],
  },
];
