# Sets one thing of an event channel: enabled, size (bytes) or mode.
## Microsoft Learn, "EventLogConfiguration.SaveChanges Method": nothing counts before it. Of an enabled analytic or debug channel Windows refuses all but enabled (15022).
function Write-EventChannel([string] $Name, [string] $Setting, [object] $Value) {
    #remedyc:every-host
    $channel = [System.Diagnostics.Eventing.Reader.EventLogConfiguration]::new($Name)
    try {
        switch ($Setting) {
            'enabled' { $channel.IsEnabled = $Value }
            'size' { $channel.MaximumSizeInBytes = $Value }
            'mode' { $channel.LogMode = @{ circular = 'Circular'; archive = 'AutoBackup'; retain = 'Retain' }[$Value] }
        }
        $channel.SaveChanges()
    }
    finally { $channel.Dispose() }
}
