# Keys and values of the probe itself.
$key = $Remedy.Key
Probe 'Open-RegistryKey' {
    $opened = Open-RegistryKey 'HKLM' 'SOFTWARE\Microsoft'
    try { Expect 'name' $opened.Name -Is 'HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft' } finally { $opened.Dispose() }
}
Probe 'Add-RegistryKey' {
    foreach ($view in 64, 32) {
        Add-RegistryKey -Hive HKLM -Path "$key\Made" -View $view
        Expect "there in view $view" (Test-RegistryPath -Hive HKLM -Path "$key\Made" -View $view)
    }
}
Probe 'Test-RegistryPath' {
    Add-RegistryKey -Hive HKLM -Path "$key\Here" -View 64
    Expect 'in its view' (Test-RegistryPath -Hive HKLM -Path "$key\Here" -View 64)
    if ([Environment]::Is64BitOperatingSystem) { Expect 'not in the other' (Test-RegistryPath -Hive HKLM -Path "$key\Here" -View 32) -Is $false }
    Expect 'one that is not there' (Test-RegistryPath -Hive HKLM -Path "$key\None") -Is $false
}
Probe 'Test-RegistryAccess' {
    Expect 'a key of its own' (Test-RegistryAccess -Hive HKLM -Path $key)
    Expect 'one that is not there' ($null -eq (Test-RegistryAccess -Hive HKLM -Path "$key\None"))
}
Probe 'Write-RegistryValue' {
    Write-RegistryValue -Hive HKLM -Path "$key\Values" -Name 'Kind' -Type 'DWord' -Data 7
    Expect 'data' (Get-RegistryValue -Hive HKLM -Path "$key\Values" -Name 'Kind').Data -Is 7
    Write-RegistryValue -Hive HKLM -Path "$key\Values" -Name 'Kind' -Type 'String' -Data 'text'
    $value = Get-RegistryValue -Hive HKLM -Path "$key\Values" -Name 'Kind'
    Expect 'over another type' @($value.Type, $value.Data) -Is @('String', 'text')
}
Probe 'Get-RegistryValue' {
    $written = [ordered]@{ DWord = [int]-1; QWord = [long]5000000000; String = 'text'; ExpandString = '%SystemRoot%\x'; MultiString = [string[]]@('a', 'b'); Binary = [byte[]]@(0, 255); None = [byte[]]@(1) }
    foreach ($type in $written.Keys) {
        Write-RegistryValue -Hive HKLM -Path "$key\Types" -Name $type -Type $type -Data $written[$type]
        $value = Get-RegistryValue -Hive HKLM -Path "$key\Types" -Name $type
        Expect "type $type" $value.Type -Is $type
        Expect "data of $type" $value.Data -Is $written[$type]
        Expect ".NET type of $type" $value.Data.GetType().Name -Is $written[$type].GetType().Name
    }
    Write-RegistryValue -Hive HKLM -Path "$key\Types" -Name '' -Type 'String' -Data 'default'
    Expect 'the default value' (Get-RegistryValue -Hive HKLM -Path "$key\Types" -Name '').Data -Is 'default'
    Expect 'a value that is not there' ($null -eq (Get-RegistryValue -Hive HKLM -Path "$key\Types" -Name 'No'))
    Expect 'a key that is not there' ($null -eq (Get-RegistryValue -Hive HKLM -Path "$key\None" -Name 'No'))
}
Probe 'Get-RegistryValueName' {
    foreach ($name in 'One', 'Two') { Write-RegistryValue -Hive HKLM -Path "$key\Names" -Name $name -Type 'String' -Data 'x' }
    Expect 'names' @(Get-RegistryValueName -Hive HKLM -Path "$key\Names" | Sort-Object) -Is @('One', 'Two')
    Expect 'a key that is not there' (@(Get-RegistryValueName -Hive HKLM -Path "$key\None").Count) -Is 0
}
Probe 'Get-RegistrySubkey' {
    foreach ($name in 'A', 'B') { Add-RegistryKey -Hive HKLM -Path "$key\Subkeys\$name" }
    Expect 'names' @(Get-RegistrySubkey -Hive HKLM -Path "$key\Subkeys" | Sort-Object) -Is @('A', 'B')
    Expect 'a key that is not there' (@(Get-RegistrySubkey -Hive HKLM -Path "$key\None").Count) -Is 0
}
Probe 'Find-RegistrySubkey' {
    foreach ($name in 'With', 'Too') { Write-RegistryValue -Hive HKLM -Path "$key\Holders\$name" -Name 'Held' -Type 'String' -Data '' }
    Add-RegistryKey -Hive HKLM -Path "$key\Holders\Without"
    Expect 'names' @(Find-RegistrySubkey -Path "$key\Holders" -ValueName 'Held' | Sort-Object) -Is @('Too', 'With')
    Expect 'a key that is not there' (@(Find-RegistrySubkey -Path "$key\None" -ValueName 'Held').Count) -Is 0
}
Probe 'Clear-RegistryValue' {
    foreach ($name in 'Stays', 'Goes') { Write-RegistryValue -Hive HKLM -Path "$key\Clear" -Name $name -Type 'String' -Data 'x' }
    Clear-RegistryValue -Hive HKLM -Path "$key\Clear" -Name 'Goes'
    Expect 'what is left' @(Get-RegistryValueName -Hive HKLM -Path "$key\Clear") -Is 'Stays'
    Clear-RegistryValue -Hive HKLM -Path "$key\Clear" -Name 'Goes'
    Clear-RegistryValue -Hive HKLM -Path "$key\None" -Name 'Goes'
}
Probe 'Clear-RegistryKey' {
    Add-RegistryKey -Hive HKLM -Path "$key\Tree\Below\More"
    Clear-RegistryKey -Hive HKLM -Path "$key\Tree"
    Expect 'gone with all below it' (Test-RegistryPath -Hive HKLM -Path "$key\Tree") -Is $false
    Clear-RegistryKey -Hive HKLM -Path "$key\Tree"
}
Probe 'Get-RegistryOwner' {
    if ($Remedy.Wine) { Unreached 'not tried in Wine' }
    Expect 'of Windows itself' ((Get-RegistryOwner -Hive HKLM -Path 'SOFTWARE') -in 'S-1-5-18', 'S-1-5-32-544')
    Expect 'a key that is not there' ($null -eq (Get-RegistryOwner -Hive HKLM -Path "$key\None"))
}
Probe 'Write-RegistryOwner' {
    if ($Remedy.Wine) { Unreached 'not tried in Wine' }
    Add-RegistryKey -Hive HKLM -Path "$key\Owned"
    foreach ($sid in 'S-1-5-19', 'S-1-5-32-544') {
        Write-RegistryOwner -Hive HKLM -Path "$key\Owned" -Owner $sid
        Expect "it belongs to $sid" (Get-RegistryOwner -Hive HKLM -Path "$key\Owned") -Is $sid
    }
    ExpectError 'a key that is not there' { Write-RegistryOwner -Hive HKLM -Path "$key\None" -Owner 'S-1-5-19' }
}
Probe 'Write-Mark' {
    Write-Mark -Hive HKLM -Remedy $Remedy.Name -Name 'kept' -Value 'one'
    Write-Mark -Hive HKLM -Remedy $Remedy.Name -Name 'kept' -Value 'two'
    Expect 'its value' (Find-Mark -Hive HKLM -Remedy $Remedy.Name)['kept'] -Is 'two'
    foreach ($text in 'x', '', '') { Write-Mark -Hive HKLM -Remedy $Remedy.Name -Name 'goes' -Value $text }
    Expect 'gone' ((Find-Mark -Hive HKLM -Remedy $Remedy.Name).ContainsKey('goes')) -Is $false
}
Probe 'Find-Mark' {
    Write-Mark -Hive HKLM -Remedy $Remedy.Name -Name 'session' -Value 'until the restart' -Session
    Expect 'of the session' (Find-Mark -Hive HKLM -Remedy $Remedy.Name -Session)['session'] -Is 'until the restart'
    Expect 'only there' ((Find-Mark -Hive HKLM -Remedy $Remedy.Name).ContainsKey('session')) -Is $false
    Expect 'of a remedy without marks' (Find-Mark -Hive HKLM -Remedy 'Remedyc.None').Count -Is 0
}
Probe 'Find-UninstallEntry' {
    # without DisplayName no list of programs shows it
    $uninstall = $Remedy.Uninstall
    foreach ($view in 64, 32) {
        if ($view -eq 32 -and -not [Environment]::Is64BitOperatingSystem) { continue }
        Write-RegistryValue -Hive HKLM -Path $uninstall -Name 'SystemComponent' -Type 'DWord' -Data 1 -View $view
        $entries = @(Find-UninstallEntry -View $view)
        $entry = @($entries | Where-Object { $_.Key -eq 'Remedyc.Probe' })
        Expect "entries of ours in view $view" $entry.Count -Is 1
        Expect 'where it is' $entry[0].View -Is $view
        Expect 'what it does not say' $entry[0].DisplayName -Is ''
        "$($entries.Count) in view $view"
    }
}
# A certificate made for the probe, whose key nobody has, in the store of those that are not trusted.
$certificate = @{ Thumbprint = $Remedy.Thumbprint; Data = [Convert]::FromBase64String('MIIBcTCCARagAwIBAgIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxDb250b3NvIFJvb3QwHhcNMjYxMTMwMTIwNzI1WhcNNDYxMTI1MTIwNzI1WjAXMRUwEwYDVQQDDAxDb250b3NvIFJvb3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQQgsTHCeFQnPPm/2bYeVIfqRdPqdlvOFCKUnByk3yEUGiSGjTVwEUCaIF6rFIoICjlAy0y3TJPkPoc3Ol6MMfHo1MwUTAdBgNVHQ4EFgQUBf5BeeA8u8RosaxyTi6J8BDTqxcwHwYDVR0jBBgwFoAUBf5BeeA8u8RosaxyTi6J8BDTqxcwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA4Zi2+dAOnV5IcmjjS5ZNsKVsEYA/0zSCu3qywDjDCmsCIQDY7NT8gyIG0S6H+jSsMCCnhN9kS2w2XIjj4CwkHjUigw==') }
Probe 'Add-StoreCertificate' {
    foreach ($time in 1, 2) { Add-StoreCertificate -Store 'disallowed' -Data $certificate.Data }
    Expect 'it is there' ($null -ne (Get-StoreCertificate -Store 'disallowed' -Thumbprint $certificate.Thumbprint))
}
Probe 'Get-StoreCertificate' {
    $one = Get-StoreCertificate -Store 'Disallowed' -Thumbprint $certificate.Thumbprint.ToLowerInvariant()
    Expect 'subject, key, data' @($one.Subject, $one.HasPrivateKey, $one.Data) -Is @('CN=Contoso Root', $false, [Convert]::ToBase64String($certificate.Data))
    Expect 'end' $one.NotAfter.ToString('s') -Is '2046-11-25T12:07:25'
    foreach ($store in 'my', 'root', 'ca', 'trustedpublisher', 'trustedpeople') { Expect "not in $store" ($null -eq (Get-StoreCertificate -Store $store -Thumbprint $certificate.Thumbprint)) }
}
Probe 'Find-StoreCertificate' { Expect 'it is among them' (@(Find-StoreCertificate -Store 'disallowed') -contains $certificate.Thumbprint) }
Probe 'Clear-StoreCertificate' {
    foreach ($time in 1, 2) { Clear-StoreCertificate -Store 'disallowed' -Thumbprint $certificate.Thumbprint }
    Expect 'it is gone' ($null -eq (Get-StoreCertificate -Store 'disallowed' -Thumbprint $certificate.Thumbprint))
}
