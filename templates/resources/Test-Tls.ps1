# Verdict on a protocol of Schannel: Enabled and DisabledByDefault say what is wished for client and server.
function Test-Tls {
    param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
    $wrong = @(
        if ($Client -ne '') { Get-TlsDeviation -Version $Version -Role 'Client' -Wish $Client }
        if ($Server -ne '') { Get-TlsDeviation -Version $Version -Role 'Server' -Wish $Server }
    )
    if ($wrong.Count -eq 0) { return Holds }
    $why = @($wrong | ForEach-Object { $_.Why } | Sort-Object -Unique) -join ' and '
    foreach ($value in $wrong) {
        $blocker = Find-RegistryBlocker -Key $value.Key -Name $value.Name -Wanted (ConvertTo-RegistryData -Data $value.Data)
        if ($blocker) { return Blocked "$why; $($value.Name): $blocker" }
    }
    Deviates $why
}
