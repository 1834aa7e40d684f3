# Gives the friendly name of an applied Group Policy object by its id in the RSOP data; nothing when it is not there.
function Get-RsopGpoName([string] $GpoId, [string] $Account = '') {
    #remedyc:every-host
    $space = if ($Account -eq '') { 'root\rsop\computer' } else { 'root\rsop\user\' + $Account.Replace('-', '_') }
    $filter = "id = '{0}'" -f $GpoId.Replace('\', '\\').Replace("'", "\'")
    Get-CimInstance -Namespace $space -ClassName RSOP_GPO -Filter $filter -OperationTimeoutSec 20 | ForEach-Object { $_.name }
}
