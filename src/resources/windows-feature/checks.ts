import type { KindChecks } from "../../checker/kind-checks.ts";
import { report } from "../../checker/context.ts";
import type { CheckContext } from "../../checker/context.ts";
import { findConstantText, findListedValues, findOrigin } from "../../checker/constant-text.ts";
import type { Expression } from "../../syntax/expressions.ts";

/**
 * Roles and features of Windows Server by their names for `Install-WindowsFeature`, and the optional features of `dism.exe` that they are: those whose pair is beyond doubt. Both lists, as Windows Server has them:
 * `Get-WindowsFeature` ("Install or uninstall roles, role services, or features", learn.microsoft.com/windows-server/administration/server-manager/install-or-uninstall-roles-role-services-or-features) and
 * `dism /online /get-features`; for IIS "Understanding Setup in IIS 7" (learn.microsoft.com/iis/install/installing-iis-7/understanding-setup-in-iis), whose update names and display names pair them. Names that both
 * lists have (BitLocker, Containers, MSMQ-Server) are none of these.
 */
const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  `
  AD-Domain-Services DirectoryServices-DomainController | ADLDS DirectoryServices-ADAM | ADFS-Federation IdentityServer-SecurityTokenService | AD-Certificate ADCertificateServicesRole
  ADCS-Cert-Authority CertificateServices | ADCS-Web-Enrollment WebEnrollmentServices | ADCS-Online-Cert OnlineRevocationServices | ADCS-Device-Enrollment NetworkDeviceEnrollmentServices
  ADCS-Enroll-Web-Pol CertificateEnrollmentPolicyServer | ADCS-Enroll-Web-Svc CertificateEnrollmentServer | BITS-IIS-Ext BITSExtensions-Upload | BITS-Compact-Server LightweightServer | BranchCache PeerDist
  CMAK RasCMAK | Data-Center-Bridging DataCenterBridging | Desktop-Experience DesktopExperience | DHCP DHCPServer | DNS DNS-Server-Full-Role | Direct-Play DirectPlay
  Failover-Clustering FailoverCluster-FullServer | Fax FaxServiceRole | FS-BranchCache SMBHashGeneration | FS-Data-Deduplication Dedup-Core | FS-DFS-Namespace DFSN-Server
  FS-DFS-Replication DFSR-Infrastructure-ServerEdition | FS-FileServer CoreFileServer | FS-iSCSITarget-Server iSCSITargetServer | FS-NFS-Service ServerForNFS-Infrastructure
  FS-Resource-Manager FSRM-Infrastructure-Services | FS-SMB1 SMB1Protocol | FS-SMB1-CLIENT SMB1Protocol-Client | FS-SMB1-SERVER SMB1Protocol-Server | FS-SMBBW SMBBW | FS-SyncShareService WorkFolders-Server
  FS-VSS-Agent FileServerVSSAgent | GPMC Microsoft-Windows-GroupPolicy-ServerAdminTools-Update | Hyper-V Microsoft-Hyper-V | Hyper-V-PowerShell Microsoft-Hyper-V-Management-PowerShell
  Hyper-V-Tools Microsoft-Hyper-V-Management-Clients | Internet-Print-Client Printing-InternetPrinting-Client | ISNS iSNS_Service | LPR-Port-Monitor Printing-LPRPortMonitor | Migration ServerMigration
  MSMQ-DCOM MSMQ-DCOMProxy | MSMQ-Directory MSMQ-ADIntegration | MSMQ-HTTP-Support MSMQ-HTTP | MSMQ-Multicasting MSMQ-Multicast | MSMQ-Routing MSMQ-RoutingServer | Multipath-IO MultipathIo
  NET-Framework-Core NetFx3 | NET-Framework-Features NetFx3ServerFeatures | NET-Framework-45-Core NetFx4 | NET-Framework-45-Features NetFx4ServerFeatures | NET-Framework-45-ASPNET NetFx4Extended-ASPNET45
  NET-HTTP-Activation WCF-HTTP-Activation | NET-Non-HTTP-Activ WCF-NonHTTP-Activation | NET-WCF-Services45 WCF-Services45 | NET-WCF-HTTP-Activation45 WCF-HTTP-Activation45
  NET-WCF-MSMQ-Activation45 WCF-MSMQ-Activation45 | NET-WCF-Pipe-Activation45 WCF-Pipe-Activation45 | NET-WCF-TCP-Activation45 WCF-TCP-Activation45 | NET-WCF-TCP-PortSharing45 WCF-TCP-PortSharing45
  NFS-Client ClientForNFS-Infrastructure | NLB NetworkLoadBalancingFullServer | NPAS NPAS-Role | PNRP P2P-PnrpOnly | PowerShell MicrosoftWindowsPowerShell | PowerShell-V2 MicrosoftWindowsPowerShellV2
  PowerShell-ISE MicrosoftWindowsPowerShellISE | PowerShellRoot MicrosoftWindowsPowerShellRoot | Print-Server Printing-Server-Role | Print-Services Printing-Server-Foundation-Features
  Print-Internet Printing-InternetPrinting-Server | Print-LPD-Service Printing-LPDPrintService | RDC MSRDC-Infrastructure | RDS-RD-Server AppServer | RDS-Connection-Broker SessionDirectory
  RDS-Gateway Gateway | RDS-Licensing Licensing | RDS-Web-Access WebAccess | DirectAccess-VPN RemoteAccessServer | Routing RasRoutingProtocols | Remote-Assistance RemoteAssistance
  RPC-over-HTTP-Proxy RPC-HTTP_Proxy | RSAT-Feature-Tools ServerManager-Core-RSAT-Feature-Tools | RSAT-Role-Tools ServerManager-Core-RSAT-Role-Tools | RSAT-AD-Tools RSAT-AD-Tools-Feature
  RSAT-ADDS RSAT-ADDS-Tools-Feature | RSAT-ADDS-Tools DirectoryServices-DomainController-Tools | RSAT-AD-AdminCenter DirectoryServices-AdministrativeCenter | RSAT-AD-PowerShell ActiveDirectory-PowerShell
  RSAT-ADLDS DirectoryServices-ADAM-Tools | RSAT-ADCS ADCertificateServicesManagementTools | RSAT-ADCS-Mgmt CertificateServicesManagementTools | RSAT-Online-Responder OnlineRevocationServicesManagementTools
  RSAT-Bits-Server BITSExtensions-AdminPack | RSAT-Clustering FailoverCluster-AdminPak | RSAT-Clustering-Mgmt FailoverCluster-Mgmt | RSAT-Clustering-PowerShell FailoverCluster-PowerShell
  RSAT-Clustering-CmdInterface FailoverCluster-CmdInterface | RSAT-Clustering-AutomationServer FailoverCluster-AutomationServer | RSAT-DHCP DHCPServer-Tools | RSAT-DNS-Server DNS-Server-Tools
  RSAT-DFS-Mgmt-Con DfsMgmt | RSAT-CoreFile-Mgmt CoreFileServer-RSAT | RSAT-File-Services Server-Manager-RSAT-File-Services | RSAT-FSRM-Mgmt FSRM-Management | RSAT-NFS-Admin NFS-Administration
  RSAT-Hyper-V-Tools RSAT-Hyper-V-Tools-Feature | RSAT-NLB NetworkLoadBalancingManagementClient | RSAT-NPAS NPSManagementTools | RSAT-Print-Services Printing-AdminTools-Collection
  RSAT-RDS-Tools RSAT-RDS-Tools-Feature | RSAT-RDS-Gateway Gateway-UI | RSAT-RDS-Licensing-Diagnosis-UI Licensing-Diagnosis-UI | RDS-Licensing-UI Licensing-UI | RSAT-RemoteAccess RemoteAccessMgmtTools
  RSAT-RemoteAccess-Mgmt RasServerAdminTools | RSAT-RemoteAccess-PowerShell RemoteAccessPowerShell | RSAT-SMTP Smtpsvc-Admin-Update-Name | RSAT-SNMP Server-RSAT-SNMP | RSAT-WINS WINS-Server-Tools
  RSAT-Feature-Tools-BitLocker-RemoteAdminTool BitLocker-RemoteAdminTool | RSAT-Feature-Tools-BitLocker-BdeAducExt BdeAducExtTool | Search-Service SearchEngine-Server-Package
  Server-Media-Foundation ServerMediaFoundation | Simple-TCPIP SimpleTCP | SMTP-Server Smtpsvc-Service-Update-Name | SNMP-Service SNMP | SNMP-WMI-Provider WMISnmpProvider | Telnet-Client TelnetClient
  Telnet-Server TelnetServer | TFTP-Client TFTP | UpdateServices-DB UpdateServices-Database | UpdateServices-WidDB UpdateServices-WidDatabase | VolumeActivation VolumeActivation-Full-Role
  WAS WAS-WindowsActivationService | WAS-Process-Model WAS-ProcessModel | WAS-Config-APIs WAS-ConfigurationAPI | WAS-NET-Environment WAS-NetFxEnvironment | WDS Microsoft-Windows-Deployment-Services
  WDS-Deployment Microsoft-Windows-Deployment-Services-Deployment-Server | WDS-Transport Microsoft-Windows-Deployment-Services-Transport-Server | WDS-AdminPack Microsoft-Windows-Deployment-Services-Admin-Pack
  Windows-Server-Backup WindowsServerBackup | Windows-TIFF-IFilter TIFFIFilter | WINS WINSRuntime | WinRM-IIS-Ext Microsoft-Windows-Web-Services-for-Management-IIS-Extension | Wireless-Networking WirelessNetworking
  XPS-Viewer Xps-Foundation-Xps-Viewer | Biometric-Framework BiometricFramework
  Web-Server IIS-WebServerRole | Web-WebServer IIS-WebServer | Web-Common-Http IIS-CommonHttpFeatures | Web-Default-Doc IIS-DefaultDocument | Web-Dir-Browsing IIS-DirectoryBrowsing | Web-Http-Errors IIS-HttpErrors
  Web-Static-Content IIS-StaticContent | Web-Http-Redirect IIS-HttpRedirect | Web-DAV-Publishing IIS-WebDAV | Web-Health IIS-HealthAndDiagnostics | Web-Http-Logging IIS-HttpLogging
  Web-Custom-Logging IIS-CustomLogging | Web-Log-Libraries IIS-LoggingLibraries | Web-ODBC-Logging IIS-ODBCLogging | Web-Request-Monitor IIS-RequestMonitor | Web-Http-Tracing IIS-HttpTracing
  Web-Performance IIS-Performance | Web-Stat-Compression IIS-HttpCompressionStatic | Web-Dyn-Compression IIS-HttpCompressionDynamic | Web-Security IIS-Security | Web-Filtering IIS-RequestFiltering
  Web-Basic-Auth IIS-BasicAuthentication | Web-CertProvider IIS-CertProvider | Web-Client-Auth IIS-ClientCertificateMappingAuthentication | Web-Digest-Auth IIS-DigestAuthentication
  Web-Cert-Auth IIS-IISCertificateMappingAuthentication | Web-IP-Security IIS-IPSecurity | Web-Url-Auth IIS-URLAuthorization | Web-Windows-Auth IIS-WindowsAuthentication | Web-App-Dev IIS-ApplicationDevelopment
  Web-Net-Ext IIS-NetFxExtensibility | Web-Net-Ext45 IIS-NetFxExtensibility45 | Web-AppInit IIS-ApplicationInit | Web-ASP IIS-ASP | Web-Asp-Net IIS-ASPNET | Web-Asp-Net45 IIS-ASPNET45 | Web-CGI IIS-CGI
  Web-ISAPI-Ext IIS-ISAPIExtensions | Web-ISAPI-Filter IIS-ISAPIFilter | Web-Includes IIS-ServerSideIncludes | Web-WebSockets IIS-WebSockets | Web-Ftp-Server IIS-FTPServer | Web-Ftp-Service IIS-FTPSvc
  Web-Ftp-Ext IIS-FTPExtensibility | Web-Mgmt-Tools IIS-WebServerManagementTools | Web-Mgmt-Console IIS-ManagementConsole | Web-Mgmt-Compat IIS-IIS6ManagementCompatibility | Web-Metabase IIS-Metabase
  Web-Lgcy-Mgmt-Console IIS-LegacySnapIn | Web-Lgcy-Scripting IIS-LegacyScripts | Web-WMI IIS-WMICompatibility | Web-Scripting-Tools IIS-ManagementScriptingTools | Web-Mgmt-Service IIS-ManagementService
  Web-WHC IIS-HostableWebCore
  `
    .trim()
    .split(/\s*[|\n]\s*/)
    .map((pair) => pair.split(" "))
    .map(([name = "", feature = ""]) => [name.toLowerCase(), feature]),
);

export const checks: KindChecks = {
  checkKey(context, name, value) {
    if (name === "name") checkServerManagerName(context, value);
  },
};

/** `windows_feature("Web-Server")`: the name of a role, which is no optional feature. */
function checkServerManagerName(context: CheckContext, value: Expression): void {
  const origin = findOrigin(context, value);
  for (const one of findListedValues(context, origin) ?? []) checkServerManagerName(context, one);
  const text = findConstantText(context, origin);
  const feature = text === undefined ? undefined : NAMES[text.toLowerCase()];
  if (text === undefined || feature === undefined) return;
  const edits = [{ span: origin.span, text: JSON.stringify(feature) }];
  const suggestion = { title: `Write '${feature}'.`, edits };
  report(context, "RMD3123", origin.span, { text, feature }, origin.kind === "string" ? { suggestion } : {});
}
