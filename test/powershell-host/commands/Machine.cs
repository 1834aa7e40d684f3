using System.Diagnostics;
using System.Management.Automation;
using System.Reflection;

namespace Microsoft.PowerShell.Commands;

/// <summary>-AssemblyName only: compiling C# is forbidden to templates, and there is no compiler here.</summary>
[Cmdlet(VerbsCommon.Add, "Type", DefaultParameterSetName = "FromAssemblyName")]
public sealed class AddTypeCommand : HostCommand
{
    // Assemblies of .NET Framework whose types are elsewhere in .NET, or which exist on Windows only.
    private static readonly string[] KnownToFramework =
        ["System", "System.Core", "System.Security", "System.Web", "System.Management", "System.ServiceProcess", "System.DirectoryServices", "System.DirectoryServices.AccountManagement"];

    [Parameter(Mandatory = true, ParameterSetName = "FromAssemblyName")] [Alias("AN")] public string[] AssemblyName { get; set; } = [];

    protected override void EndProcessing()
    {
        foreach (var name in AssemblyName)
        {
            var simple = name.Split(',')[0].Trim();
            if (KnownToFramework.Contains(simple, StringComparer.OrdinalIgnoreCase)) continue;
            Attempt(() => Assembly.Load(new AssemblyName(simple)), "ASSEMBLY_NOT_FOUND", name);
        }
    }
}

[Cmdlet(VerbsCommon.Get, "Process", DefaultParameterSetName = "Name")]
public sealed class GetProcessCommand : HostCommand
{
    [Parameter(Position = 0, ParameterSetName = "Name", ValueFromPipelineByPropertyName = true)] [Alias("ProcessName")] public string[] Name { get; set; } = ["*"];
    [Parameter(Mandatory = true, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)] [Alias("PID")] public int[] Id { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Id")
        {
            foreach (var id in Id)
                WriteOrReport(Process.GetProcesses().Where(process => process.Id == id), $"Cannot find a process with the process identifier {id}.", "NoProcessFoundForGivenId", id);
            return;
        }
        foreach (var name in Name)
        {
            var found = Process.GetProcesses().Where(process => Matches(process.ProcessName, name)).OrderBy(process => process.ProcessName, StringComparer.OrdinalIgnoreCase);
            if (WildcardPattern.ContainsWildcardCharacters(name)) WriteObject(found, enumerateCollection: true);
            else WriteOrReport(found, $"Cannot find a process with the name \"{name}\". Verify the process name and call the cmdlet again.", "NoProcessFoundForGivenName", name);
        }
    }

    private void WriteOrReport(IEnumerable<Process> found, string message, string errorId, object target)
    {
        var processes = found.ToArray();
        if (processes.Length == 0) WriteError(new ErrorRecord(new InvalidOperationException(message), errorId, ErrorCategory.ObjectNotFound, target));
        WriteObject(processes, enumerateCollection: true);
    }
}

// Get-Service and the other commands for services are left out: PowerShell has them on Windows only.
