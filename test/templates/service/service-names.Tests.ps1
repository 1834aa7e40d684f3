Set-StrictMode -Version Latest

BeforeAll { . "$PSScriptRoot/../../powershell/pester/templates.ps1" 'Write-ServiceStartup', 'Uninstall-Service' }

# sc.exe gets the name as an argument, and Windows PowerShell 5.1 ends an argument at a quote: what follows would be another setting.
Describe 'a service whose name holds a quote' {
    It 'is not set up' { Write-ServiceStartup 'a" binPath= "b' 'auto' | Should-Be 123 }
    It 'is not deleted' { Uninstall-Service 'a" "b' | Should-Be 123 }
}
