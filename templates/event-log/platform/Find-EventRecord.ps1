# The newest events of a log since a time, at most 500: Id, Time (UTC), Source, Values (its own texts).
## Id, Time (UTC), Source and Values (the event's own texts, without the language of Windows) of the newest events of a log since a time; at most 500.
## No match is no error. A classic event without texts of its own gives its message. Throws when the log cannot be read.
function Find-EventRecord([string] $Log, [datetime] $Since, [string] $Source = '', [int[]] $Id = @()) {
    #remedyc:every-host
    $filter = @{ LogName = $Log; StartTime = $Since }
    if ($Source -ne '') { $filter['ProviderName'] = $Source }
    if ($Id.Count -gt 0) { $filter['Id'] = $Id }
    try { $events = @(Get-WinEvent -FilterHashtable $filter -MaxEvents 500 -ErrorAction Stop) }
    catch {
        if ($_.FullyQualifiedErrorId -notmatch '^NoMatching(Events|Providers)Found') { throw }
        return
    }
    foreach ($record in $events) {
        $values = @(if ($null -ne $record.PSObject.Properties['Properties']) { foreach ($property in $record.Properties) { [string]$property.Value } })
        [pscustomobject]@{
            Id = [int]$record.Id; Time = $record.TimeCreated.ToUniversalTime(); Source = [string]$record.ProviderName
            Values = [string[]]$(if ($values.Count -gt 0) { $values } else { [string]$record.Message })
        }
    }
}
