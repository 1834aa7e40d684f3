# Tests a protocol of Schannel: gives nothing where Enabled and DisabledByDefault say what is wished for client and server, else the reason.
function Test-Tls {
    param([Parameter(Mandatory)] [string] $Version, [string] $Client = '', [string] $Server = '')
    $wrong = @(Find-TlsDeviation -Version $Version -Client $Client -Server $Server)
    if ($wrong.Count -gt 0) { @($wrong | ForEach-Object { $_.Why } | Sort-Object -Unique) -join ' and ' }
}
