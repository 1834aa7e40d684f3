# The friendly name of an applied Group Policy object by its id; nothing when RSOP has none.
function Get-RsopGpoName([string] $GpoId, [string] $Account) {
    #remedyc:every-host
    $space = if ($Account) { 'user\' + $Account.Replace('-', '_') } else { 'computer' }
    $filter = "id = '$($GpoId.Replace('\', '\\').Replace("'", "\'"))'"
    foreach ($gpo in Get-CimInstance -Namespace "root\rsop\$space" -ClassName 'RSOP_GPO' -Filter $filter -OperationTimeoutSec 20) { $gpo.name }
}
