# Installs a product as its setup does: what is registered is skipped (Again: repaired), a service that cannot start takes everything back (1603). Gives a Win32 code.
function Install-Product {
    param(
        [string] $Key,
        [object] $Product,
        [switch] $Again,
        [System.Collections.Generic.List[string]] $Log
    )
    $machine = $global:Windows
    if ($Product.kind -eq 'bundle') {
        # what a failed package of the chain leaves behind is rolled back by Burn: the packages before it go again
        $done = @()
        foreach ($part in @($Product.chain.PSBase.Keys)) {
            $there = $machine.products.Contains($part)
            $code = Install-Product -Key $part -Product $Product.chain[$part] -Again:$Again -Log $Log
            if ($code -ne 0) {
                foreach ($undone in $done) { $null = Uninstall-Product -Key $undone -Log $Log }
                return $code
            }
            if (-not $there) { $done = @($part) + $done }
        }
        if ($machine.products.Contains($Key) -and -not $Again) { return 0 }
        Register-Product -Key $Key -Product $Product
        foreach ($other in @($machine.products.PSBase.Keys)) {
            # an older or newer bundle of the same upgrade code goes once the new one is there
            if ($other -ne $Key -and $machine.products[$other].kind -eq 'bundle' -and $machine.products[$other].upgradeCode -eq $Product.upgradeCode) { $null = Uninstall-Product -Key $other -Log $Log }
        }
        return 0
    }
    if ($machine.products.Contains($Key) -and -not $Again) {
        Add-Story "$($Product.name) is registered and skipped"
        return 0
    }
    foreach ($other in @($machine.products.PSBase.Keys)) {
        # a major upgrade: another version of the same product goes first
        if ($other -ne $Key -and $machine.products[$other].kind -eq 'msi' -and $Product.upgradeCode -ne '' -and $machine.products[$other].upgradeCode -eq $Product.upgradeCode) {
            $code = Uninstall-Product -Key $other -Log $Log
            if ($code -notin 0, 1605) { return 1603 }
        }
    }
    $created = @()
    foreach ($name in @($Product.services.PSBase.Keys)) {
        if ($machine.services.Contains($name)) {
            if ($machine.services[$name].deleteMarked) {
                $Log.Add("Error 1923. Service '$($Product.services[$name].service.displayName)' ($name) could not be installed. Verify that you have sufficient privileges to install system services.")
                Write-SetupEnd -Log $Log -Code 1603
                foreach ($undone in $created) { Clear-ServiceRow -Name $undone }
                return 1603
            }
            continue
        }
        $machine.services[$name] = Copy-Table -Value $Product.services[$name].service
        $created += $name
    }
    foreach ($name in @($Product.services.PSBase.Keys)) {
        if (-not $Product.services[$name].started) { continue }
        $Log.Add("MSI (s) (A4:10): Executing op: ServiceControl(,Name=$name,Action=1,Wait=1,StartupArguments=)")
        $code = Enter-ServiceStart -Name $name
        $service = $machine.services[$name]
        $comes = if ($service.Contains('settles')) { $service.settles.state } else { $service.state }
        $fails = $code -notin 0, 1056 -or $comes -ne 'running'
        if ($fails) {
            $Log.Add("Error 1920. Service '$($service.displayName)' ($name) failed to start.  Verify that you have sufficient privileges to start system services.")
            Add-Event -Log 'Application' -Source 'MsiInstaller' -Id 11920 -Values "Product: $($Product.name) -- Error 1920. Service '$($service.displayName)' ($name) failed to start.", '(NULL)'
            Write-SetupEnd -Log $Log -Code 1603
            foreach ($undone in $created) {
                Reset-Service -Name $undone -ExitCode 0
                if ($machine.services.Contains($undone)) { Clear-ServiceRow -Name $undone }
            }
            Add-Story "$($Product.name) is rolled back: $name failed to start (1920)"
            return 1603
        }
        if ($service.Contains('settles')) { Complete-Service -Name $name }
    }
    Register-Product -Key $Key -Product $Product
    $Log.Add('MSI (s) (A4:10): MainEngineThread is returning 0')
    Add-Event -Log 'Application' -Source 'MsiInstaller' -Id 11707 -Values "Product: $($Product.name) -- Installation completed successfully.", '(NULL)'
    0
}
