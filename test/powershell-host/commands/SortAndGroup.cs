using System.Collections;
using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet("Sort", "Object")]
public sealed class SortObjectCommand : ObjectCommand
{
    [Parameter(Position = 0)] public object[]? Property { get; set; }
    [Parameter] public SwitchParameter Descending { get; set; }
    [Parameter] public SwitchParameter Unique { get; set; }
    [Parameter] public SwitchParameter CaseSensitive { get; set; }

    protected override void EndProcessing()
    {
        // OrderBy is stable: equal items keep their order, as the genuine command keeps it.
        PSObject? previous = null;
        foreach (var item in Items.OrderBy(item => item, Comparer<PSObject>.Create(Order)))
        {
            if (Unique && previous is not null && Order(previous, item) == 0) continue;
            WriteObject(item);
            previous = item;
        }
    }

    private int Order(PSObject left, PSObject right)
    {
        foreach (var property in Property ?? [null!])
        {
            var order = Compare(Evaluate(property, left), Evaluate(property, right), CaseSensitive);
            if (order != 0) return IsDescending(property) ? -order : order;
        }
        return 0;
    }

    private bool IsDescending(object? property)
    {
        if (Unwrap(property) is not IDictionary table) return Descending;
        if (Entry(table, "descending") is { } descending) return LanguagePrimitives.IsTrue(descending);
        return Entry(table, "ascending") is { } ascending ? !LanguagePrimitives.IsTrue(ascending) : Descending;
    }
}

[Cmdlet("Group", "Object")]
public sealed class GroupObjectCommand : ObjectCommand
{
    [Parameter(Position = 0)] public object[]? Property { get; set; }
    [Parameter] public SwitchParameter NoElement { get; set; }
    [Parameter] [Alias("AHT")] public SwitchParameter AsHashTable { get; set; }
    [Parameter] public SwitchParameter AsString { get; set; }
    [Parameter] public SwitchParameter CaseSensitive { get; set; }

    protected override void EndProcessing()
    {
        var groups = new List<(object?[] Key, Collection<PSObject> Members)>();
        foreach (var item in Items)
        {
            var key = (Property ?? [null!]).Select(property => Evaluate(property, item)).ToArray();
            var group = groups.FirstOrDefault(known => known.Key.Zip(key).All(pair => Compare(pair.First, pair.Second, CaseSensitive) == 0));
            if (group.Members is null) groups.Add(group = (key, []));
            group.Members.Add(item);
        }
        if (AsHashTable) WriteObject(Table(groups));
        // PowerShell 7 gives groups sorted by their keys; 5.1 in order of appearance: scripts must not rely on either.
        else foreach (var (key, members) in groups) WriteObject(GroupOf(key, members));
    }

    private Hashtable Table(List<(object?[] Key, Collection<PSObject> Members)> groups)
    {
        var table = new Hashtable(CaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
        foreach (var (key, members) in groups) table[AsString || key.Length > 1 ? NameOfGroup(key) : Unwrap(key[0]) ?? ""] = members;
        return table;
    }

    private PSObject GroupOf(object?[] key, Collection<PSObject> members) =>
        NoElement
            ? Record(("Count", members.Count), ("Name", NameOfGroup(key)), ("Values", key))
            : Record(("Count", members.Count), ("Name", NameOfGroup(key)), ("Group", members), ("Values", key));

    private static string NameOfGroup(object?[] key) => string.Join(", ", key.Select(TextOf));
}
