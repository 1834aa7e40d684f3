# A number or boolean of the registry as one that compares: a DWORD has no sign.
## A number or boolean of the registry as one that compares: a negative Int32 is a DWORD above 2,147,483,647.
function ConvertTo-DataNumber([object] $Value) {
    $number = [decimal]$Value
    if ($Value -is [int] -and $number -lt 0) { $number + 4294967296 } else { $number }
}
