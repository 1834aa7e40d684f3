using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using Remedyc.PowerShellHost;

namespace Microsoft.PowerShell.Commands;

/// <summary>What Out-Default would have shown, as text.</summary>
[Cmdlet("Out", "String", DefaultParameterSetName = "NoNewLineFormatting")]
public sealed class OutStringCommand : HostCommand
{
    private readonly List<PSObject?> items = [];

    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }
    [Parameter] public SwitchParameter Stream { get; set; }
    [Parameter] public int Width { get; set; }
    [Parameter] public SwitchParameter NoNewline { get; set; }

    protected override void ProcessRecord() => items.Add(InputObject);

    protected override void EndProcessing()
    {
        var text = new StringBuilder();
        using (ScriptHost.Current.Capture(part => text.Append(part)))
        using (var pipeline = Runspace.DefaultRunspace.CreateNestedPipeline())
        {
            pipeline.Commands.Add("Out-Default");
            foreach (var item in items) pipeline.Input.Write(item);
            pipeline.Input.Close();
            pipeline.Invoke();
        }
        if (Stream)
        {
            var lines = text.ToString().Split(Environment.NewLine);
            foreach (var line in lines.Take(lines.Length - 1)) WriteObject(line);
        }
        else
        {
            WriteObject(NoNewline ? text.Replace(Environment.NewLine, "").ToString() : text.ToString());
        }
    }
}
