# Gives what is installed without a name in the uninstall list and asked for by its code.
## Where a condition asks for it, and it cannot be told whether it is meant, it throws.
## A property that is not known is left out, so that a condition that needs it throws (StrictMode). Without its code it is asked for no more: then it was meant by it.
function Find-UnlistedEntry([scriptblock] $Where) {
    foreach ($entry in $Remedy.Unlisted) {
        $known = $entry | Select-Object -Property *
        $missing = @($entry.PSObject.Properties | Where-Object { $_.Name -in 'DisplayName', 'DisplayVersion', 'Publisher' -and -not $_.Value } | ForEach-Object { $_.Name })
        foreach ($name in $missing) { $known.PSObject.Properties.Remove($name) }
        $why = "it has no $($missing -join ' and no ')"
        $meets = foreach ($code in $entry.Key, '') {
            $known.Key = $code
            try { if ($known | Where-Object -FilterScript $Where) { 'yes' } else { 'no' } } catch [Management.Automation.PropertyNotFoundException] { 'unknown' } catch { $why = Get-FailureText -Failure $_; 'unknown' }
        }
        if ($meets[0] -eq 'no' -or $meets[1] -ne 'no') { continue }
        if ($entry.Unreadable) { throw "uninstall entry $(ConvertTo-Line $entry.Key) cannot be read: $($entry.Unreadable)" }
        if ($meets[0] -eq 'unknown') { throw "$(Format-PackageList $entry) is installed, and whether it is meant cannot be told: $why" }
        $entry
    }
}
