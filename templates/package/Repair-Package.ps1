# Installs a package from its verified source, or (Absent) removes all that match, one by one: bundles and EXEs before Windows Installer products, then by name.
# A package that is registered without what it provides is installed over, and then repaired. Read again after each removal, since one may take others along; one that fails does not stop the rest.
function Repair-Package {
    param(
        [string] $Name = '',
        [string] $ProductCode = '',
        #remedyc:only Package.UpgradeCode
        [string] $UpgradeCode = '',
        #remedyc:end
        [scriptblock] $Where,
        [pscustomobject] $Entry,
        [switch] $Absent,
        [string] $Source = '',
        [string[]] $Arguments = @(),
        [string] $SignedBy = '',
        [string] $Sha256 = '',
        [string[]] $RemoveArguments,
        [Collections.IDictionary] $Provides = @{},
        #remedyc:only Package.Forget Package.Services
        [bool] $Forget,
        #remedyc:end
        #remedyc:only Package.Services
        [scriptblock] $Services,
        #remedyc:end
        [int[]] $SuccessCodes = @(),
        [timespan] $Timeout = [timespan]'00:30:00'
    )
    $key = @{ Name = $Name; ProductCode = $ProductCode; Where = $Where; Entry = $Entry }
    #remedyc:only Package.UpgradeCode
    $key['UpgradeCode'] = $UpgradeCode
    #remedyc:end
    if (-not $Absent) {
        $before = @(Select-Package @key)
        $setup = @{ Source = $Source; Arguments = $Arguments; SignedBy = $SignedBy; Sha256 = $Sha256; SuccessCodes = $SuccessCodes; Timeout = $Timeout }
        Install-SetupFile @setup
        # an installer skips what is registered already: what it provides and is still missing needs a repair of the product
        if ($before.Count -gt 0 -and @($Provides.Keys | Where-Object { -not (& $Provides[$_]) }).Count -gt 0) { Install-SetupFile @setup -Again }
        return
    }
    $tried = @()
    $failures = @()
    $busy = $true
    while ($true) {
        $left = @(Select-Package @key | Where-Object { $tried -notcontains "$($_.View) $($_.Key)" })
        if ($left.Count -eq 0) { break }
        $next = @(@($left | Where-Object { $_.Installer -ne 'msi' }) + @($left | Where-Object { $_.Installer -eq 'msi' }))[0]
        $place = "$($next.View) $($next.Key)"
        $tried += $place
        try { Uninstall-PackageEntry -Package $next -RemoveArguments $RemoveArguments -SignedBy $SignedBy -SuccessCodes $SuccessCodes -Timeout $Timeout }
        catch {
            $failure = $_
            #remedyc:only Package.Services
            if ($Forget -and (Test-LostProduct -Package $next -Failure $failure)) { try { $next | ForEach-Object $Services } catch { $failure = $_ } }
            #remedyc:end
            #remedyc:only Package.Forget
            if ($Forget -and (Test-LostProduct -Package $next -Failure $failure)) { try { Clear-ProductRegistration -Package $next } catch { $failure = $_ } }
            #remedyc:end
            # gone all the same: 1605 and 1614 say so, and a removal that an earlier, killed run has started may have finished meanwhile
            if (@(Select-Package @key | Where-Object { "$($_.View) $($_.Key)" -eq $place }).Count -gt 0) {
                $failures += Get-FailureText -Failure $failure
                $busy = $busy -and (Test-BusyFailure -Failure $failure)
            }
        }
    }
    if ($failures.Count -eq 0) { return }
    # one that failed for another reason is a failure of the whole
    if ($busy) { throw [ComponentModel.Win32Exception]::new(1618, $failures -join '; ') }
    throw ($failures -join '; ')
}
