# Gives the item that a table names for the first of these resources that it holds, '' for none.
function Find-First {
    param(
        [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.Generic.Dictionary[string, string]] $Table,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Identity
    )
    foreach ($name in $Identity) {
        if ($Table.ContainsKey($name)) { return $Table[$name] }
    }
    ''
}
