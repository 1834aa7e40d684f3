using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

// Item properties: registry values on Windows; elsewhere the properties of files.

[Cmdlet(VerbsCommon.Get, "ItemProperty", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyCommand : PathCommand
{
    [Parameter(Position = 1)] [Alias("PSProperty")] public string[]? Name { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
            Attempt(() => WriteObject(InvokeProvider.Property.Get([path], new Collection<string>(Name ?? []), IsLiteral), enumerateCollection: true), "GetItemProperty", path);
    }
}

[Cmdlet(VerbsCommon.Set, "ItemProperty", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class SetItemPropertyCommand : PathCommand
{
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)] [Alias("PSProperty")] public string Name { get; set; } = "";
    [Parameter(Position = 2, Mandatory = true)] [AllowNull] public object? Value { get; set; }
    [Parameter] public string? Type { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            if (!ShouldProcess($"Item: {path} Property: {Name}")) continue;
            Attempt(() =>
            {
                // -Type is a parameter of the registry provider: there, setting with a type is creating over what exists.
                if (Type is not null) InvokeProvider.Property.New([path], Name, Type, Value, force: true, IsLiteral);
                else InvokeProvider.Property.Set([path], Record((Name, Value)), Force, IsLiteral);
            }, "SetItemProperty", path);
        }
    }
}

[Cmdlet(VerbsCommon.New, "ItemProperty", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class NewItemPropertyCommand : PathCommand
{
    [Parameter(Position = 1, Mandatory = true)] [Alias("PSProperty")] public string Name { get; set; } = "";
    [Parameter] [Alias("Type")] public string? PropertyType { get; set; }
    [Parameter] public object? Value { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            if (!ShouldProcess($"Item: {path} Property: {Name}")) continue;
            Attempt(() => WriteObject(InvokeProvider.Property.New([path], Name, PropertyType, Value, Force, IsLiteral), enumerateCollection: true), "NewItemProperty", path);
        }
    }
}

[Cmdlet(VerbsCommon.Remove, "ItemProperty", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class RemoveItemPropertyCommand : PathCommand
{
    [Parameter(Position = 1, Mandatory = true)] [Alias("PSProperty")] public string[] Name { get; set; } = [];
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            foreach (var name in Name)
            {
                if (!ShouldProcess($"Item: {path} Property: {name}")) continue;
                Attempt(() => InvokeProvider.Property.Remove([path], name, Force, IsLiteral), "RemoveItemProperty", path);
            }
        }
    }
}
