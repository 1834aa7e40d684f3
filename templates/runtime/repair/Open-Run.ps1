# Makes sure of our folders, takes the lock and begins the log.
function Open-Run {
    $name = $script:Remedy.Name
    $user = $script:Remedy.Context -eq 'user'
    $root = Get-SpecialFolder -Name $(if ($user) { 'LocalApplicationData' } else { 'ProgramFiles' })
    $state = "$root\Remedyc\$name"
    $logs = if ($user) { $state } else { (Get-SpecialFolder -Name 'Windows') + '\Logs\Remedyc' }
    try {
        foreach ($path in "$root\Remedyc", $state, $logs) { Confirm-Folder -Path $path }
    }
    catch { Complete-Early -Outcome 'failed' -Why (Get-FailureText -Failure $_) }
    $script:Remedy['State'] = $state
    Wait-Lock -Path "$state\lock"
    Open-Log -Path "$logs\$name"
}
