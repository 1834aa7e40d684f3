# Reads a fact of this Windows; those that the script asks for are here.
# From the registry, since CIM takes longer than all else that a detection does.
function Read-Os {
    param([Parameter(Mandatory)] [string] $Property)

    #remedyc:only Os.Version Os.Build Os.Edition Os.InstallationType
    $current = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    #remedyc:end
    #remedyc:only Os.ProductType Os.Architecture
    $control = 'SYSTEM\CurrentControlSet\Control'
    #remedyc:end
    switch ($Property) {
        #remedyc:only Os.Version
        'version' {
            # UBR, the number of the cumulative update, is missing on an installation that never had one
            $revision = Read-SystemValue -Path $current -Name 'UBR'
            [version]::new(
                [int](Read-SystemValue -Path $current -Name 'CurrentMajorVersionNumber' -Required),
                [int](Read-SystemValue -Path $current -Name 'CurrentMinorVersionNumber' -Required),
                [int](Read-SystemValue -Path $current -Name 'CurrentBuildNumber' -Required),
                $(if ($null -eq $revision) { 0 } else { [int]$revision }))
        }
        #remedyc:end
        #remedyc:only Os.Build
        'build' { [int](Read-SystemValue -Path $current -Name 'CurrentBuildNumber' -Required) }
        #remedyc:end
        #remedyc:only Os.Edition
        'edition' { Read-SystemValue -Path $current -Name 'EditionID' -Required }
        #remedyc:end
        #remedyc:only Os.ProductType
        'product_type' {
            $kind = Read-SystemValue -Path "$control\ProductOptions" -Name 'ProductType' -Required
            $words = @{ WinNT = 'workstation'; ServerNT = 'server'; LanmanNT = 'domain_controller' }
            if (-not $words.ContainsKey($kind)) { throw "the product type of Windows is unknown: $(ConvertTo-Line $kind)" }
            $words[$kind]
        }
        #remedyc:end
        #remedyc:only Os.InstallationType
        'installation_type' {
            $kind = Read-SystemValue -Path $current -Name 'InstallationType' -Required
            $words = @{ 'Client' = 'client'; 'Server' = 'server'; 'Server Core' = 'server_core'; 'Nano Server' = 'nano_server' }
            if (-not $words.ContainsKey($kind)) { throw "the installation type of Windows is unknown: $(ConvertTo-Line $kind)" }
            $words[$kind]
        }
        #remedyc:end
        #remedyc:only Os.Architecture
        'architecture' {
            $kind = Read-SystemValue -Path "$control\Session Manager\Environment" -Name 'PROCESSOR_ARCHITECTURE' -Required
            $words = @{ AMD64 = 'x64'; x86 = 'x86'; ARM64 = 'arm64' }
            if (-not $words.ContainsKey($kind)) { throw "the processor architecture is unknown: $(ConvertTo-Line $kind)" }
            $words[$kind]
        }
        #remedyc:end
        #remedyc:only Os.Language
        'language' { Get-SystemLanguage }
        #remedyc:end
        #remedyc:only Os.Uptime
        'uptime' { Get-SystemUptime }
        #remedyc:end
        default { throw "os has no property $Property" }
    }
}
