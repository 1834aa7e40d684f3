# What exit codes and errors of Windows Installer mean.
## The rows are those of src/diagnosis/rules, written by npm run generate: remedyc diagnose reads the same.
## "MsiExec.exe and InstMsi.exe error messages" and "Windows Installer error messages" (learn.microsoft.com/windows/win32/msi). {0}: the service that the text names. A number that is
## missing here is quoted with its sentence (Find-LogCause). What cannot come of an installation by SYSTEM, from a file of this device and without a patch, has no place here.
function Get-InstallerRule {
    @{
        Exit = @{
            5 = 'access is denied'; 1460 = 'the time was over'; 1601 = 'the Windows Installer service cannot be reached'; 1602 = 'the user cancelled'; 1603 = 'fatal error during the installation'
            1605 = 'Windows Installer does not know that product for this account'; 1610 = 'the configuration data of the product is corrupt'
            1612 = 'the installation source that Windows Installer needs is gone: its cached package is missing'; 1614 = 'the product is already removed'; 1618 = 'another installation is running'
            1619 = 'the package file could not be opened'; 1620 = 'the package file is not valid'; 1622 = 'the log file could not be opened'; 1624 = 'a transform could not be applied'
            1625 = 'a policy forbids this installation'; 1632 = 'the temporary folder is full or cannot be written'; 1633 = 'the package is not made for this kind of processor'
            1638 = 'another version of the product is already installed'; 1639 = 'the command line is not valid'; 1644 = 'a policy forbids a transform'
            1654 = 'the package is not allowed on this Windows'
        }
        Log  = @{
            1303 = 'no right to write to a folder'; 1304 = 'a file could not be written'; 1305 = 'a file could not be read'; 1306 = 'a file is in use by another program'; 1307 = 'the disk is full'
            1310 = 'a file could not be written'; 1311 = 'a cabinet file is missing'; 1316 = 'the package is not the one that was installed'; 1321 = 'no right to change a file'
            1335 = 'a cabinet file is damaged'; 1402 = 'a registry key could not be opened'; 1406 = 'a registry value could not be written'; 1500 = 'another installation is running'
            1601 = 'the disk is full'; 1706 = 'the original package was not found'; 1714 = 'the older version could not be removed'; 1718 = 'a file was rejected by a software restriction policy'
            1719 = 'the Windows Installer service cannot be reached'; 1720 = 'a script of the package failed'; 1721 = 'a program of the package could not be started'
            1722 = 'a program of the package failed'; 1723 = 'a library of the package could not be run'; 1904 = 'a module could not be registered'; 1920 = 'service {0} failed to start'
            1921 = 'service {0} could not be stopped'; 1922 = 'service {0} could not be deleted'; 1923 = 'service {0} could not be installed'; 1935 = 'an assembly could not be installed'
            1939 = 'a service could not be configured'; 2502 = 'no right to the temporary folder'; 2503 = 'no right to the temporary folder'
        }
    }
}
