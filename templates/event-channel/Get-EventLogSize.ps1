# The size that a log has for one that is asked for: the next multiple of 64 KB, 1088 KB at least.
## Microsoft Learn, "wevtutil": at least 1024 KB, and log files are always multiples of 64 KB; another value is rounded off, a multiple stays as it is. The least, 1024 KB,
## is seen as 1028 KB on machines, so that the one above it is the first that is surely kept. A size that only the device knows may be smaller.
function Get-EventLogSize([object] $Size) { 64KB * [long][Math]::Max(17, [Math]::Ceiling($Size / 64KB)) }
