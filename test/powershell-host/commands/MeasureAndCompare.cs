using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsDiagnostic.Measure, "Object")]
public sealed class MeasureObjectCommand : ObjectCommand
{
    [Parameter(Position = 0)] public string[]? Property { get; set; }
    [Parameter] public SwitchParameter Sum { get; set; }
    [Parameter] public SwitchParameter Average { get; set; }
    [Parameter] public SwitchParameter Minimum { get; set; }
    [Parameter] public SwitchParameter Maximum { get; set; }

    protected override void EndProcessing()
    {
        foreach (var property in Property ?? [null!]) WriteObject(Measure(property));
    }

    private PSObject Measure(string? property)
    {
        var values = Items.Select(item => Evaluate(property, item)).Where(value => value is not null).ToList();
        var sum = Sum || Average ? values.Sum(value => LanguagePrimitives.ConvertTo<double>(value)) : 0;
        var ordered = Minimum || Maximum ? values.Order(Comparer<object?>.Create((left, right) => Compare(left, right, caseSensitive: false))).ToList() : [];
        return Record(
            ("Count", values.Count),
            ("Average", Average && values.Count > 0 ? sum / values.Count : null),
            ("Sum", Sum ? sum : null),
            ("Maximum", Maximum ? ordered.LastOrDefault() : null),
            ("Minimum", Minimum ? ordered.FirstOrDefault() : null),
            ("Property", property));
    }
}

[Cmdlet(VerbsData.Compare, "Object")]
public sealed class CompareObjectCommand : HostCommand
{
    private readonly List<PSObject> differences = [];

    [Parameter(Position = 0, Mandatory = true)] [AllowEmptyCollection] public PSObject[] ReferenceObject { get; set; } = [];
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)] [AllowEmptyCollection] public PSObject[] DifferenceObject { get; set; } = [];
    [Parameter] public string[]? Property { get; set; }
    [Parameter] public SwitchParameter IncludeEqual { get; set; }
    [Parameter] public SwitchParameter ExcludeDifferent { get; set; }
    [Parameter] public SwitchParameter PassThru { get; set; }
    [Parameter] public SwitchParameter CaseSensitive { get; set; }

    protected override void ProcessRecord() => differences.AddRange(DifferenceObject);

    protected override void EndProcessing()
    {
        var onlyLeft = ReferenceObject.ToList();
        var onlyRight = new List<PSObject>();
        foreach (var item in differences)
        {
            var match = onlyLeft.FindIndex(candidate => string.Equals(KeyOf(candidate), KeyOf(item), CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));
            if (match < 0)
            {
                onlyRight.Add(item);
                continue;
            }
            onlyLeft.RemoveAt(match);
            if (IncludeEqual) Emit(item, "==");
        }
        if (ExcludeDifferent) return;
        foreach (var item in onlyRight) Emit(item, "=>");
        foreach (var item in onlyLeft) Emit(item, "<=");
    }

    private string KeyOf(PSObject item) =>
        Property is null ? TextOf(item) : string.Join('\u0001', Property.Select(name => TextOf(item.Properties[name]?.Value)));

    private void Emit(PSObject item, string side)
    {
        if (PassThru)
        {
            item.Properties.Remove("SideIndicator");
            item.Properties.Add(new PSNoteProperty("SideIndicator", side));
            WriteObject(item);
            return;
        }
        var properties = Property is null
            ? [("InputObject", (object?)item)]
            : Property.Select(name => (name, item.Properties[name]?.Value));
        WriteObject(Record([.. properties, ("SideIndicator", side)]));
    }
}
