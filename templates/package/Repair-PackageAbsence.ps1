# Removes all packages that match: bundles and EXEs before products.
## Removes all packages that match, one by one: bundles and EXEs before Windows Installer products, then by name.
## Read again after each removal, since one may take others along; one that fails does not stop the rest.
function Repair-PackageAbsence {
    param(
        [scriptblock] $Where,
        [string[]] $RemoveArguments,
        [string] $SignedBy,
        #remedyc:only Package.Forget Package.Services
        [bool] $Forget,
        #remedyc:end
        #remedyc:only Package.Services
        [scriptblock] $Services,
        #remedyc:end
        [int[]] $SuccessCodes,
        [timespan] $Timeout = [timespan]'00:30:00'
    )
    $tried = @()
    $failures = @()
    $busy = $true
    while ($true) {
        $left = @(Get-NameOrder @(Select-Package $Where | Where-Object { $tried -notcontains "$($_.View) $($_.Key)" }))
        if ($left.Count -eq 0) { break }
        $next = @(@($left | Where-Object { $_.Installer -ne 'msi' }) + $left)[0]
        $place = "$($next.View) $($next.Key)"
        $tried += $place
        try { Uninstall-PackageEntry $next $RemoveArguments $SignedBy $SuccessCodes $Timeout }
        catch {
            $failure = $_
            #remedyc:only Package.Services
            if ($Forget -and (Test-LostProduct $next $failure)) { try { $next | ForEach-Object $Services } catch { $failure = $_ } }
            #remedyc:end
            #remedyc:only Package.Forget
            if ($Forget -and (Test-LostProduct $next $failure)) { try { Clear-ProductRegistration $next } catch { $failure = $_ } }
            #remedyc:end
            # gone all the same: 1605 and 1614 say so, and a removal that an earlier, killed run has started may have finished meanwhile
            if (@(Find-PackageEntry $Where | Where-Object { "$($_.View) $($_.Key)" -eq $place }).Count -gt 0) {
                $failures += Get-FailureText $failure
                $busy = $busy -and (Test-BusyFailure $failure)
            }
        }
    }
    if ($failures.Count -eq 0) { return }
    # one that failed for another reason is a failure of the whole
    if ($busy) { throw [ComponentModel.Win32Exception]::new(1618, $failures -join '; ') }
    throw ($failures -join '; ')
}
