# What an error of the service control manager means.
## The rows are those of src/diagnosis/rules, written by npm run generate: remedyc diagnose reads the same.
## Says what an error number of the service control manager means; the texts are ours, since those of Windows are in its language.
## Numbers from winerror.h.
function Get-ServiceErrorText([int] $Code) {
    $text = @{
        2 = 'its program file is missing'; 3 = 'the folder of its program file is missing'; 5 = 'access is denied'; 193 = 'its program file is not a program for this Windows'
        1051 = 'running services depend on it'; 1053 = 'it did not answer the start request in time'; 1055 = 'the database of services is locked'; 1057 = 'its account or password is not valid'
        1058 = 'it is disabled'; 1060 = 'it is not installed'; 1061 = 'it takes no orders at the moment'; 1067 = 'its process ended unexpectedly'; 1068 = 'a service that it depends on did not start'
        1069 = 'it could not log on with its account'; 1072 = 'it is marked for deletion'; 1075 = 'a service that it depends on does not exist'
        1079 = 'its account differs from that of other services in its process'; 1920 = 'its program file cannot be opened'
    }[$Code]
    if ($text) { return "$text (error $Code)" }
    if ($Code -lt 0) { 'error 0x{0:X8}' -f $Code } else { "error $Code" }
}
