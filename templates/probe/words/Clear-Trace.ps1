# Takes away everything that this probe, or one before it that was killed, has made; writes a line for what stays behind. Nothing else is touched.
function Clear-Trace {
    $own = $Remedy
    $steps = [ordered]@{
        "the service $($own.Service)"                     = { if ($null -ne (Get-ServiceStatus -Name $own.Service)) { Expect 'DeleteService' (Uninstall-Service -Name $own.Service) -Is 0 } }
        "the task \$($own.Name)"                          = { if (-not $own.Wine) { Clear-TaskEntry -Path "\$($own.Name)" } }
        "the right $($own.Right) of $($own.Sid)"          = { if (@(Get-UserRightHolder -Right $own.Right) -contains $own.Sid) { Revoke-UserRight -Right $own.Right -Sid $own.Sid } }
        "the group $($own.Group)"                         = { if (-not $own.Controller -and $null -ne (Get-GroupDescription -Name $own.Group)) { Uninstall-Group -Name $own.Group } }
        "the account $($own.User)"                        = { if (-not $own.Controller -and $null -ne (Get-UserState -Name $own.User)) { Uninstall-User -Name $own.User } }
        "the certificate $($own.Thumbprint)"               = { Clear-StoreCertificate -Store 'disallowed' -Thumbprint $own.Thumbprint }
        "the registry hive HKU\$($own.Hive)"              = { if (Test-RegistryPath -Hive HKU -Path $own.Hive) { Invoke-HiveUnload -Name $own.Hive } }
        "the registry key HKLM\$($own.Key)"               = { foreach ($view in 64, 32) { Clear-RegistryKey -Hive HKLM -Path $own.Key -View $view } }
        "the registry key HKLM\$($own.Uninstall)"         = { foreach ($view in 64, 32) { Clear-RegistryKey -Hive HKLM -Path $own.Uninstall -View $view } }
        "the registry key HKLM\SOFTWARE\Remedyc\$($own.Name)" = {
            Clear-RegistryKey -Hive HKLM -Path "SOFTWARE\Remedyc\$($own.Name)"
            # made by the first mark on a machine; every remedy's marks have a key of their own below it
            $rest = @(Get-RegistrySubkey -Hive HKLM -Path 'SOFTWARE\Remedyc') + @(Get-RegistryValueName -Hive HKLM -Path 'SOFTWARE\Remedyc')
            if ($rest.Count -eq 0) { Clear-RegistryKey -Hive HKLM -Path 'SOFTWARE\Remedyc' }
        }
        "the folder $($own.Folder)"                       = { Clear-OwnFolder -Path $own.Folder }
    }
    foreach ($what in $steps.Keys) {
        $trouble = Attempt $steps[$what]
        if ($trouble -ne '') {
            $own['behind']++
            "left behind: ${what}: $trouble"
        }
    }
}
