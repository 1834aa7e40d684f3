# True when a 'reboot' asked for a restart and Windows has restarted since: its mark is there, the one that lives until the next restart is not.
function Test-Asked {
    param([Parameter(Mandatory)] [string] $Id)
    $script:Remedy.Marks.ContainsKey("Asked $Id") -and -not $script:Remedy.Session.ContainsKey("Asked $Id")
}
