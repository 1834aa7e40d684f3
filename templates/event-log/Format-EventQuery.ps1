# The XPath query for events since a time, of a provider ('' for any), of one of these ids and one of these levels.
## Microsoft Learn, "Consuming Events (Windows Event Log)" and "System (SystemPropertiesType) Element". XPath 1.0 cannot write a quotation mark within quotation marks.
function Format-EventQuery([datetime] $Since, [string] $Source, [int[]] $Id, [int[]] $Level) {
    $parts = @("TimeCreated[@SystemTime>='$('{0:o}' -f $Since.ToUniversalTime())']")
    if ($Source.IndexOf([char]'"') -ge 0) { throw "no provider of events is called $(ConvertTo-Line $Source)" }
    if ($Source -ne '') { $parts += "Provider[@Name=`"$Source`"]" }
    if ($Id.Count -gt 0) { $parts += "($(@(foreach ($one in $Id) { "EventID=$one" }) -join ' or '))" }
    if ($Level.Count -gt 0) { $parts += "($(@(foreach ($one in $Level) { "Level=$one" }) -join ' or '))" }
    "*[System[$($parts -join ' and ')]]"
}
