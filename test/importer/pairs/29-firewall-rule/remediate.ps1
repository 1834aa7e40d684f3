$params = @{
    DisplayName = 'Contoso Agent'
    Direction   = 'Inbound'
    Action      = 'Allow'
    Protocol    = 'TCP'
    LocalPort   = 8443
}
New-NetFirewallRule @params
