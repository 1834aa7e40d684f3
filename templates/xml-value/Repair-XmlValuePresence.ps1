# An element or attribute without a value is never made.
function Repair-XmlValuePresence([string] $Path, [string] $Xpath) {
    throw "$(Test-XmlValuePresence $Path $Xpath), and the remedy gives it no value"
}
