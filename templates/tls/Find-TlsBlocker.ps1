# Which of Schannel's values cannot be written, and why.
## Which of Schannel's values that differ from the wish cannot be written, and why.
function Find-TlsBlocker([string] $Version, [string] $Client, [string] $Server) {
    foreach ($value in @(Find-TlsDeviation $Version $Client $Server)) {
        $why = Find-RegistryBlocker 'HKLM' $value.Path $value.Name "DWord $($value.Data)"
        if ($why) { return "$($value.Name) cannot be changed: $why" }
    }
}
