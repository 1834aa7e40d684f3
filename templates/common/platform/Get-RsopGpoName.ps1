# The name of a Group Policy object by its id.
## The friendly name of an applied Group Policy object by its id; nothing when RSOP has none.
## Space as in Get-RsopRegistrySetting.
function Get-RsopGpoName([string] $GpoId, [string] $Space = 'computer') {
    #remedyc:every-host
    $filter = "id = '$($GpoId.Replace('\', '\\').Replace("'", "\'"))'"
    foreach ($gpo in Get-CimInstance -Namespace "root\rsop\$Space" -ClassName 'RSOP_GPO' -Filter $filter -OperationTimeoutSec 20) { $gpo.name }
}
