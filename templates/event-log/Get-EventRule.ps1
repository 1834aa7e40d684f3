# What the events mean that are known as causes: source -> number -> text; {0} and {1} are the event's own texts.
## System log, Service Control Manager: 7041 and 7038 are refused logons. Windows Installer errors are events 10000 higher in the Application log, 11920 for 1920.
function Get-EventRule {
    @{
        'Service Control Manager' = @{
            7000 = 'service {0} did not start'
            7001 = 'service {0} did not start, since service {1}, which it needs, did not'
            7009 = 'service {1} did not answer its start request in time'
            7011 = 'service {1} did not answer in time'
            7023 = 'service {0} ended with an error'
            7024 = 'service {0} ended with an error of its own'
            7031 = 'service {0} ended unexpectedly'
            7034 = 'service {0} ended unexpectedly'
            7038 = 'service {0} could not log on as {1}: its password or managed account was refused'
            7041 = 'service {0} may not log on as a service (account {1})'
        }
        'MsiInstaller'            = @{ 11708 = 'an installation failed' }
    }
}
