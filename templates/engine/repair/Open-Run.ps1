# Makes sure of our folders, takes the lock and begins the log; a log over 1 MB becomes the old one. A user's remedy has them in the user's profile.
function Open-Run {
    $name = $script:Remedy.Name
    $user = $script:Remedy.Context -eq 'user'
    $root = "$(Get-SpecialFolder -Name $(if ($user) { 'LocalApplicationData' } else { 'ProgramFiles' }))\Remedyc"
    $logs = if ($user) { "$root\$name" } else { "$(Get-SpecialFolder -Name 'Windows')\Logs\Remedyc" }
    try { foreach ($path in $root, "$root\$name", $logs) { Confirm-Folder -Path $path } }
    catch { Complete-Early -Outcome 'failed' -Why (Get-FailureText -Failure $_) }
    $script:Remedy.State = "$root\$name"
    Wait-Lock -Path "$root\$name\lock"
    foreach ($ending in '.log', '.jsonl') {
        if ((Get-LogLength -Path "$logs\$name$ending") -gt 1MB) { Move-Log -Path "$logs\$name$ending" -Destination "$logs\$name.old$ending" }
    }
    $script:Remedy.Log = "$logs\$name"
    $script:Remedy.Run = Get-ClockText
    Write-Note -Text "start $name $($script:Remedy.Version), $($script:Remedy.Role) for $($script:Remedy.Target)" -Data ([ordered]@{ kind = 'start'; role = $script:Remedy.Role; target = $script:Remedy.Target })
}
