using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>New-Object without COM, which exists on Windows only.</summary>
[Cmdlet(VerbsCommon.New, "Object", DefaultParameterSetName = "Net")]
public sealed class NewObjectCommand : HostCommand
{
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Net")]
    public string TypeName { get; set; } = "";

    [Parameter(Position = 1, ParameterSetName = "Net")]
    [Alias("Args")]
    public object?[] ArgumentList { get; set; } = [];

    [Parameter(Mandatory = true, ParameterSetName = "Com")] public string? ComObject { get; set; }
    [Parameter] public IDictionary? Property { get; set; }

    protected override void BeginProcessing()
    {
        if (ComObject is not null) Refuse(new PlatformNotSupportedException($"COM object '{ComObject}': this platform has no COM."), "NoCOMClassIdentified", ErrorCategory.ResourceUnavailable, ComObject);
        if (!LanguagePrimitives.TryConvertTo<Type>(TypeName, out var type))
            Refuse(new PSArgumentException($"Cannot find type [{TypeName}]: verify that the assembly containing this type is loaded."), "TypeNotFound", ErrorCategory.InvalidType, TypeName);

        var created = Create(type);
        if (Property is null)
        {
            WriteObject(created);
            return;
        }
        var wrapped = PSObject.AsPSObject(created);
        foreach (DictionaryEntry entry in Property) SetProperty(wrapped, TextOf(entry.Key), entry.Value);
        WriteObject(wrapped);
    }

    private object Create(Type type)
    {
        if (type == typeof(PSObject)) return new PSObject();
        if (type.IsValueType && ArgumentList.Length == 0) return Activator.CreateInstance(type)!;
        // The engine's own overload resolution: the same as [Type]::new(...).
        try
        {
            var results = SessionState.InvokeCommand.InvokeScript("param($type, $values) , $type::new.Invoke($values)", useNewScope: true, System.Management.Automation.Runspaces.PipelineResultTypes.None, null, type, ArgumentList);
            return results[0].BaseObject;
        }
        catch (RuntimeException error)
        {
            Refuse(error, error is MethodInvocationException ? "ConstructorInvokedThrowException" : "CannotFindAppropriateCtor", ErrorCategory.InvalidOperation, TypeName);
            throw;
        }
    }

    private static void SetProperty(PSObject target, string name, object? value)
    {
        if (target.Properties[name] is { } existing) existing.Value = value;
        else target.Properties.Add(new PSNoteProperty(name, value));
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void Refuse(Exception error, string errorId, ErrorCategory category, object? target)
    {
        ThrowTerminatingError(new ErrorRecord(error, errorId, category, target));
        throw error;
    }
}
