using System.Collections;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// What Select-, Sort-, Group- and Measure-Object share: they gather their input, and -Property takes names, script blocks, or tables with
/// Name/Label and Expression.
/// </summary>
public abstract class ObjectCommand : HostCommand
{
    [Parameter(ValueFromPipeline = true)] public PSObject? InputObject { get; set; }

    protected List<PSObject> Items { get; } = [];

    protected override void ProcessRecord()
    {
        if (InputObject is not null) Items.Add(InputObject);
    }

    /// <summary>The value of a property expression for one item; null where the item has no such property.</summary>
    protected static object? Evaluate(object? property, PSObject item)
    {
        switch (Unwrap(property))
        {
            case ScriptBlock block:
                var results = block.InvokeWithContext(null, [new PSVariable("_", item)]);
                return results.Count switch { 0 => null, 1 => results[0], _ => results.ToArray() };
            case IDictionary table:
                return Evaluate(Entry(table, "expression"), item);
            case null:
                return item;
            case var name:
                if (item.BaseObject is IDictionary dictionary && dictionary.Contains(name)) return dictionary[name];
                return item.Properties[TextOf(name)]?.Value;
        }
    }

    protected static string NameOf(object? property) => Unwrap(property) switch
    {
        IDictionary table => TextOf(Entry(table, "name") ?? Entry(table, "label") ?? Entry(table, "expression")),
        var other => TextOf(other),
    };

    /// <summary>The value of a key that may be shortened, as in @{n='A'; e={...}}.</summary>
    protected static object? Entry(IDictionary table, string name)
    {
        foreach (DictionaryEntry entry in table)
            if (name.StartsWith(TextOf(entry.Key), StringComparison.OrdinalIgnoreCase)) return entry.Value;
        return null;
    }

    /// <summary>PowerShell's order: $null first, then by type where comparable, else as text.</summary>
    protected static int Compare(object? left, object? right, bool caseSensitive)
    {
        left = Unwrap(left);
        right = Unwrap(right);
        if (left is null || right is null) return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        if (LanguagePrimitives.TryCompare(left, right, ignoreCase: !caseSensitive, out var result)) return result;
        return string.Compare(TextOf(left), TextOf(right), caseSensitive ? StringComparison.InvariantCulture : StringComparison.InvariantCultureIgnoreCase);
    }
}
