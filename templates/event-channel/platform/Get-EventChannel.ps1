# How an event channel is set up: Enabled, Size (bytes), Mode, Direct, File; nothing where there is none.
## Direct: an analytic or debug channel, of which Windows changes nothing while it is enabled.
## Microsoft Learn: "EventLogConfiguration Class", "EventLogMode Enum" (Circular 0, AutoBackup 1, Retain 2), "EventLogType Enum" (Administrative 0, Operational 1, Analytical 2, Debug 3).
function Get-EventChannel([string] $Name) {
    #remedyc:every-host
    try { $channel = [System.Diagnostics.Eventing.Reader.EventLogConfiguration]::new($Name) } catch [System.Diagnostics.Eventing.Reader.EventLogNotFoundException] { return }
    try {
        [pscustomobject]@{
            Enabled = $channel.IsEnabled
            Size    = $channel.MaximumSizeInBytes
            Mode    = @('circular', 'archive', 'retain')[[int]$channel.LogMode]
            Direct  = [int]$channel.LogType -ge 2
            File    = $channel.LogFilePath
        }
    }
    finally { $channel.Dispose() }
}
