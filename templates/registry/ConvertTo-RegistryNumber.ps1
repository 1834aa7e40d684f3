# Registry data that is more or less than something: a number. An error for anything else.
function ConvertTo-RegistryNumber([object] $Data) {
    if ($Data -isnot [int] -and $Data -isnot [long] -and $Data -isnot [bool]) { throw "registry data $(ConvertTo-Line (ConvertTo-Text $Data) 120) is no number" }
    ConvertTo-DataNumber $Data
}
