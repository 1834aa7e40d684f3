# The bits of a right that people know by name, as Windows shows and writes it.
## FileSystemRights with SYNCHRONIZE, which every entry has that Windows' own tools write (learn.microsoft.com/dotnet/api/system.security.accesscontrol.filesystemrights)
function Get-AccessMask([string] $Right) { @{ read = 0x120089; write = 0x100116; read_and_execute = 0x1200A9; modify = 0x1301BF; full_control = 0x1F01FF }[$Right] }
