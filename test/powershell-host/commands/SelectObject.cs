using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = "DefaultParameter")]
public sealed class SelectObjectCommand : ObjectCommand
{
    [Parameter(Position = 0)] public object[]? Property { get; set; }
    [Parameter] public string[] ExcludeProperty { get; set; } = [];
    [Parameter] public string? ExpandProperty { get; set; }
    [Parameter] public SwitchParameter Unique { get; set; }
    [Parameter] public int First { get; set; } = -1;
    [Parameter] public int Last { get; set; } = -1;
    [Parameter] public int Skip { get; set; }
    [Parameter] public int SkipLast { get; set; }
    [Parameter] public int[]? Index { get; set; }

    protected override void EndProcessing()
    {
        var seen = new List<object?>();
        foreach (var item in Chosen())
        {
            foreach (var result in Project(item))
            {
                if (Unique && seen.Any(earlier => Same(earlier, result))) continue;
                seen.Add(result);
                WriteObject(result);
            }
        }
    }

    private IEnumerable<PSObject> Chosen()
    {
        if (Index is not null) return Index.Where(index => index < Items.Count).Order().Distinct().Select(index => Items[index]).ToArray();
        if (First < 0 && Last >= 0) return Items.SkipLast(Skip).TakeLast(Last);
        var rest = Items.Skip(Skip).SkipLast(SkipLast).ToArray();
        if (First >= 0 && Last >= 0) return rest.Take(First).Concat(rest.Skip(First).TakeLast(Last));
        return First >= 0 ? rest.Take(First) : rest;
    }

    private IEnumerable<object?> Project(PSObject item)
    {
        if (ExpandProperty is not null)
        {
            var isKey = item.BaseObject is System.Collections.IDictionary dictionary && dictionary.Contains(ExpandProperty);
            if (item.Properties[ExpandProperty] is null && !isKey)
            {
                WriteError(new ErrorRecord(new PSArgumentException($"Property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item));
                return [];
            }
            var value = Evaluate(ExpandProperty, item);
            return LanguagePrimitives.GetEnumerable(value) is { } values ? values.Cast<object?>() : [value];
        }
        return Property is null ? [item] : [Selected(item, Property)];
    }

    private PSObject Selected(PSObject item, object[] properties)
    {
        var result = new PSObject();
        void Add(string name, object? value)
        {
            if (!ExcludeProperty.Any(pattern => Matches(name, pattern)) && result.Properties[name] is null) result.Properties.Add(new PSNoteProperty(name, value));
        }
        foreach (var property in properties)
        {
            if (Unwrap(property) is string pattern && WildcardPattern.ContainsWildcardCharacters(pattern))
            {
                foreach (var match in item.Properties.Match(pattern)) Add(match.Name, match.Value);
            }
            else
            {
                Add(NameOf(property), Evaluate(property, item));
            }
        }
        return result;
    }

    private bool Same(object? left, object? right)
    {
        if (Property is null || left is not PSObject first || right is not PSObject second) return Compare(left, right, caseSensitive: true) == 0;
        return first.Properties.All(property => Compare(property.Value, second.Properties[property.Name]?.Value, caseSensitive: true) == 0);
    }
}
