using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : PathCommand
{
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            Attempt(() =>
            {
                foreach (var item in InvokeProvider.Item.Get([path], Force, IsLiteral))
                    if (Passes(item.Properties["PSChildName"]?.Value as string ?? "")) WriteObject(item);
            }, "GetItem", path);
        }
    }
}

[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Path")]
public sealed class GetChildItemCommand : PathCommand
{
    [Parameter(Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public override string[] Path { get; set; } = ["."];

    [Parameter] public SwitchParameter Recurse { get; set; }
    [Parameter] public uint Depth { get; set; } = uint.MaxValue;
    [Parameter] public SwitchParameter Force { get; set; }
    [Parameter] public SwitchParameter Name { get; set; }
    [Parameter] public SwitchParameter File { get; set; }
    [Parameter] public SwitchParameter Directory { get; set; }

    protected override void ProcessRecord()
    {
        var recurse = Recurse || MyInvocation.BoundParameters.ContainsKey(nameof(Depth));
        foreach (var path in Paths)
        {
            Attempt(() =>
            {
                foreach (var item in InvokeProvider.ChildItem.Get([path], recurse, Depth, Force, IsLiteral)) WriteIfWanted(item);
            }, "GetChildItem", path);
        }
    }

    private void WriteIfWanted(PSObject item)
    {
        var name = item.Properties["PSChildName"]?.Value as string ?? "";
        var isContainer = item.Properties["PSIsContainer"]?.Value is true;
        if (!Passes(name) || (File && isContainer) || (Directory && !isContainer)) return;
        WriteObject(Name ? name : item);
    }
}

[Cmdlet(VerbsCommon.New, "Item", SupportsShouldProcess = true)]
public sealed class NewItemCommand : HostCommand
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)] public string[] Path { get; set; } = ["."];
    [Parameter] public string? Name { get; set; }
    [Parameter] [Alias("Type")] public string? ItemType { get; set; }
    [Parameter(ValueFromPipeline = true)] [Alias("Target")] public object? Value { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Path)
        {
            if (!ShouldProcess(Name is null ? path : SessionState.Path.Combine(path, Name))) continue;
            Attempt(() => WriteObject(InvokeProvider.Item.New([path], Name, ItemType, Value, Force), enumerateCollection: true), "NewItem", path);
        }
    }
}

[Cmdlet(VerbsCommon.Remove, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class RemoveItemCommand : PathCommand
{
    [Parameter] public SwitchParameter Recurse { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            Attempt(() =>
            {
                foreach (var item in Expand(path).Where(found => Passes(SessionState.Path.ParseChildName(found)))) Remove(item);
            }, "RemoveItem", path);
        }
    }

    private void Remove(string path)
    {
        if (!ShouldProcess(path)) return;
        // The genuine command asks here; without anybody to ask that is an error.
        if (!Recurse && InvokeProvider.ChildItem.HasChild(path, Force, literalPath: true))
            throw new PSInvalidOperationException($"The item at {path} has children and the Recurse parameter was not specified. PowerShell is in NonInteractive mode.");
        InvokeProvider.Item.Remove([path], Recurse, Force, literalPath: true);
    }
}

[Cmdlet(VerbsCommon.Copy, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class CopyItemCommand : PathCommand
{
    [Parameter(Position = 1)] public string Destination { get; set; } = ".";
    [Parameter] public SwitchParameter Recurse { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }
    [Parameter] public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            if (!ShouldProcess($"Item: {path} Destination: {Destination}")) continue;
            Attempt(() =>
            {
                var copied = InvokeProvider.Item.Copy([path], Destination, Recurse, CopyContainers.CopyTargetContainer, Force, IsLiteral);
                if (PassThru) WriteObject(copied, enumerateCollection: true);
            }, "CopyItem", path);
        }
    }
}

[Cmdlet(VerbsCommon.Move, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class MoveItemCommand : PathCommand
{
    [Parameter(Position = 1)] public string Destination { get; set; } = ".";
    [Parameter] public SwitchParameter Force { get; set; }
    [Parameter] public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            if (!ShouldProcess($"Item: {path} Destination: {Destination}")) continue;
            Attempt(() =>
            {
                var moved = InvokeProvider.Item.Move([path], Destination, Force, IsLiteral);
                if (PassThru) WriteObject(moved, enumerateCollection: true);
            }, "MoveItem", path);
        }
    }
}
