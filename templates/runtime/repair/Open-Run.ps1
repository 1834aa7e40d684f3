function Open-Run {
    <#
    .SYNOPSIS
        Makes sure of our folders, takes the lock and begins the log.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $name = $script:Remedy.Name
    if ($script:Remedy.Context -eq 'user') {
        $root = Get-SpecialFolder -Name 'LocalApplicationData'
        $state = "$root\Remedyc\$name"
        $logs = $state
        foreach ($path in "$root\Remedyc", $state) { Confirm-UserFolder -Path $path }
    }
    else {
        $root = Get-SpecialFolder -Name 'ProgramFiles'
        $windows = Get-SpecialFolder -Name 'Windows'
        $state = "$root\Remedyc\$name"
        $logs = "$windows\Logs\Remedyc"
        foreach ($path in "$root\Remedyc", $state, $logs) { Confirm-Folder -Path $path }
    }
    $script:Remedy['State'] = $state
    Wait-Lock -Path "$state\lock"
    Open-Log -Path "$logs\$name"
}
