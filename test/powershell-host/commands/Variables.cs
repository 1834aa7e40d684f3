using System.Management.Automation;
using System.Reflection;

namespace Microsoft.PowerShell.Commands;

public abstract class VariableCommand : HostCommand
{
    [Parameter] public string? Scope { get; set; }

    /// <summary>The variable of that name in -Scope (global, script, local, a number of levels up), or the nearest.</summary>
    protected PSVariable? Find(string name)
    {
        if (string.IsNullOrEmpty(Scope)) return SessionState.PSVariable.Get(name);
        // Looking into one scope is not public.
        const BindingFlags hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        var inner = typeof(SessionState).GetProperty("Internal", hidden)!.GetValue(SessionState)!;
        var method = inner.GetType().GetMethod("GetVariableAtScope", hidden, [typeof(string), typeof(string)])!;
        return (PSVariable?)method.Invoke(inner, [name, Scope]);
    }

    protected string Qualified(string name) => string.IsNullOrEmpty(Scope) || char.IsDigit(Scope[0]) ? name : $"{Scope}:{name}";

    protected void ReportMissing(string name) =>
        WriteError(new ErrorRecord(new ItemNotFoundException($"Cannot find a variable with the name '{name}'."), "VariableNotFound", ErrorCategory.ObjectNotFound, name));
}

[Cmdlet(VerbsCommon.Get, "Variable")]
public sealed class GetVariableCommand : VariableCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true)] public string[] Name { get; set; } = ["*"];
    [Parameter] public SwitchParameter ValueOnly { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            if (WildcardPattern.ContainsWildcardCharacters(name))
            {
                foreach (var item in InvokeProvider.Item.Get("variable:" + name)) Emit((PSVariable)item.BaseObject);
            }
            else if (Find(name) is { } variable) Emit(variable);
            else ReportMissing(name);
        }
    }

    private void Emit(PSVariable variable) => WriteObject(ValueOnly ? variable.Value : variable);
}

[Cmdlet(VerbsCommon.Set, "Variable", SupportsShouldProcess = true)]
public class SetVariableCommand : VariableCommand
{
    private readonly List<object?> values = [];

    [Parameter(Position = 0, Mandatory = true)] public string[] Name { get; set; } = [];
    [Parameter(Position = 1, ValueFromPipeline = true)] public object? Value { get; set; }
    [Parameter] public ScopedItemOptions Option { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord() => values.Add(Value);

    protected override void EndProcessing()
    {
        var value = values.Count == 1 ? values[0] : values.ToArray();
        foreach (var name in Name)
        {
            if (!ShouldProcess($"Name: {name} Value: {TextOf(value)}")) continue;
            Attempt(() => Assign(name, value), "SetVariable", name);
        }
    }

    private void Assign(string name, object? value)
    {
        if (int.TryParse(Scope, out var levels) && levels > 0)
        {
            var outer = Find(name) ?? throw new PSNotSupportedException($"Creating variable '{name}' {levels} scopes up is not supported here; assign it there first.");
            outer.Value = value;
            return;
        }
        SessionState.PSVariable.Set(Qualified(name), value);
        if (Option != ScopedItemOptions.None && Find(name) is { } variable) variable.Options = Option;
    }
}

[Cmdlet(VerbsCommon.New, "Variable", SupportsShouldProcess = true)]
public sealed class NewVariableCommand : SetVariableCommand;

[Cmdlet(VerbsCommon.Remove, "Variable", SupportsShouldProcess = true)]
public sealed class RemoveVariableCommand : VariableCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)] public string[] Name { get; set; } = [];
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            if (Find(name) is not { } variable) ReportMissing(name);
            else if (ShouldProcess("Name: " + name)) Attempt(() => SessionState.PSVariable.Remove(Qualified(variable.Name)), "RemoveVariable", name);
        }
    }
}

/// <summary>Aliases come before functions when the engine resolves a name: a simulator stands in for a function by an alias of its name.</summary>
[Cmdlet(VerbsCommon.Set, "Alias", SupportsShouldProcess = true)]
public sealed class SetAliasCommand : HostCommand
{
    [Parameter(Position = 0, Mandatory = true)] public string Name { get; set; } = "";
    [Parameter(Position = 1, Mandatory = true)] public string Value { get; set; } = "";
    [Parameter] public string? Scope { get; set; }
    [Parameter] public ScopedItemOptions Option { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (!ShouldProcess($"Name: {Name} Value: {Value}")) return;
        // The alias provider writes to the caller's scope; a path with a scope reaches the others.
        var path = string.IsNullOrEmpty(Scope) ? $"alias:{Name}" : $"alias:{Scope}:{Name}";
        Attempt(() => InvokeProvider.Item.Set([path], Value, Force, literalPath: true), "SetAlias", Name);
    }
}
