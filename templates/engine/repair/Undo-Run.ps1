# Undoes the entries of a journal, last first.
## Gives how many were undone and how many -WhatIf tells or a person declined, what was left and why, what failed, and whether it takes a restart to count.
## What failed is tried once more at the end: a service starts when it is no longer disabled.
function Undo-Run([object[]] $Entry) {
    $sum = [pscustomobject]@{ Undone = 0; Declined = 0; Restart = $false; Left = [Collections.Generic.List[string]]::new(); Failed = [Collections.Generic.List[string]]::new() }
    $forecast = @{}
    $turn = @($Entry)
    [array]::Reverse($turn)
    foreach ($isLast in $false, $true) {
        $again = @()
        foreach ($one in $turn) {
            $shown = if ($one.Kind -eq 'Lost') { $one.At[0] } else { ($one.Kind -creplace '(?<=.)([A-Z])', ' $1').ToLowerInvariant() + " $($one.At[0]) $($one.At[1])".TrimEnd() }
            $shown = ConvertTo-Line (Add-AccountName $shown)
            try {
                $result = switch ($one.Kind) {
                    'Restart' { 'restart' }
                    'Lost' { "cannot be undone$(if ($one.At[1]) { ", $($one.At[1])" })" }
                    default { Undo-Change $one $shown $forecast }
                }
                switch ($result) {
                    'undone' { $sum.Undone++ }
                    'declined' { $sum.Declined++ }
                    'restart' { $sum.Restart = $true }
                    'as it was' { }
                    default { $sum.Left.Add("${shown}: $result") }
                }
            }
            catch {
                $again += $one
                $result = "failed: $(Get-FailureText $_)"
                if ($isLast) { $sum.Failed.Add("${shown}: $(Get-FailureText $_)") }
            }
            Write-Note "rollback: ${shown}: $result" -Data ([ordered]@{ kind = 'rollback'; what = $shown; result = $result })
        }
        $turn = $again
    }
    #remedyc:only Profile.Default
    if (Test-RegistryPath 'HKU' 'Remedyc_DefaultProfile') { Exit-UserHive ([pscustomobject]@{ Hive = 'Remedyc_DefaultProfile' }) }
    #remedyc:end
    $sum.Restart = $sum.Restart -and $sum.Undone -gt 0
    $sum
}
