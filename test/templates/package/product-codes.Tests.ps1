Set-StrictMode -Version Latest

BeforeAll { . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'ConvertTo-PackedGuid', 'ConvertFrom-PackedGuid', 'ConvertTo-Package', 'ConvertTo-ServiceSid' }

Describe 'GUIDs as Windows Installer writes them' {
    It 'packed' { ConvertTo-PackedGuid -Guid '{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A0001}' | Should-BeString -CaseSensitive '25B7C9C5B1C685D40A4EB2B1D8A50010' }
    It 'and back' { ConvertFrom-PackedGuid -Packed '25B7C9C5B1C685D40A4EB2B1D8A50010' | Should-BeString -CaseSensitive '{5C9C7B52-6C1B-4D58-A0E4-2B1B8D5A0001}' }
}

Describe 'only a whole product code reaches the command line of msiexec' {
    It '<Why>: <Expected>' -ForEach @(
        @{ Why = 'a key that is one'; Key = '{00000000-0000-0000-0000-000000000000}'; Expected = 'msi' }
        @{ Why = 'a key that only begins like one'; Key = "{00000000-0000-0000-0000-000000000000}`n"; Expected = 'exe' }
    ) {
        $entry = [pscustomobject]@{
            Key = $Key; View = 64; DisplayName = 'x'; DisplayVersion = '1'; Publisher = $null; InstallLocation = $null; UninstallString = $null
            QuietUninstallString = $null; WindowsInstaller = '1'; BundleCachePath = $null; BundleUpgradeCode = $null
        }
        (ConvertTo-Package -Entry $entry).Installer | Should-BeString -CaseSensitive $Expected
    }
}

Describe 'the SID of a virtual account comes from the service''s name' {
    It '<Name>: <Expected>' -ForEach @(
        @{ Name = 'AADConnectProvisioningAgent'; Expected = 'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616' }
        @{ Name = 'trustedinstaller'; Expected = 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464' }
        @{ Name = 'MSSQLSERVER'; Expected = 'S-1-5-80-3880718306-3832830129-1677859214-2598158968-1052248003' }
    ) { ConvertTo-ServiceSid -Name $Name | Should-BeString -CaseSensitive $Expected }
}
