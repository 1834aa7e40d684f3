# Gives tables as JSON; the first one is `Machine` of src/simulator/machine.ts.
function ConvertFrom-Table {
    param([object] $Table)
    ConvertTo-Json -InputObject $Table -Depth 20 -Compress
}
