using System.Collections;
using System.Management.Automation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.PowerShell.Commands;

/// <summary>Text as PowerShell 7 writes it (Newtonsoft.Json underneath there too); 5.1 indents and escapes differently, the data are the same.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
public sealed class ConvertToJsonCommand : HostCommand
{
    private readonly List<object?> items = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    [Parameter] [ValidateRange(0, 100)] public int Depth { get; set; } = 2;
    [Parameter] public SwitchParameter Compress { get; set; }

    protected override void ProcessRecord() => items.Add(InputObject);

    protected override void EndProcessing()
    {
        if (items.Count == 0) return;
        var token = Token(items.Count == 1 ? items[0] : items, depth: 0);
        WriteObject(JsonConvert.SerializeObject(token, Compress ? Formatting.None : Formatting.Indented));
    }

    private JToken Token(object? value, int depth)
    {
        var plain = Unwrap(value);
        switch (plain)
        {
            case null or DBNull:
                return JValue.CreateNull();
            case string or bool or char or DateTime or DateTimeOffset or Guid or Uri or TimeSpan:
                return new JValue(plain);
            case Enum number:
                return new JValue(Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture));
        }
        if (plain.GetType().IsPrimitive || plain is decimal) return new JValue(plain);
        if (plain == System.Management.Automation.Internal.AutomationNull.Value) return JValue.CreateNull();
        if (depth > Depth) return new JValue(TextOf(value));
        if (plain is IDictionary table)
        {
            var result = new JObject();
            foreach (DictionaryEntry entry in table) result[TextOf(entry.Key)] = Token(entry.Value, depth + 1);
            return result;
        }
        if (plain is IEnumerable sequence) return new JArray(sequence.Cast<object?>().Select(item => Token(item, depth + 1)));
        var record = new JObject();
        foreach (var property in PSObject.AsPSObject(value).Properties) record[property.Name] = Token(property.Value, depth + 1);
        return record;
    }
}

[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : HostCommand
{
    private readonly List<string> lines = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    protected override void ProcessRecord() => lines.Add(InputObject);

    protected override void EndProcessing()
    {
        var text = string.Join(Environment.NewLine, lines);
        if (string.IsNullOrWhiteSpace(text)) return;
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 1024 };
            var token = JToken.ReadFrom(reader);
            while (reader.Read())
                if (reader.TokenType != JsonToken.Comment) throw new JsonReaderException("Additional text encountered after finished reading JSON content.");
            // 5.1 sends an array down the pipeline as one object, 7 item by item.
            WriteObject(JsonValues.ToPowerShell(token), enumerateCollection: true);
        }
        catch (JsonException error)
        {
            ThrowTerminatingError(new ErrorRecord(new ArgumentException("Conversion from JSON failed with error: " + error.Message, error), "System.ArgumentException", ErrorCategory.NotSpecified, null));
        }
    }
}

/// <summary>JSON as the values that PowerShell makes of it: objects become PSCustomObject, lists arrays.</summary>
internal static class JsonValues
{
    public static object? ToPowerShell(JToken? token) => token switch
    {
        null => null,
        JObject table => Custom(table),
        JArray items => items.Select(ToPowerShell).ToArray(),
        JValue { Value: System.Numerics.BigInteger big } => big,
        JValue value => value.Value,
        _ => null,
    };

    private static PSObject Custom(JObject table)
    {
        var record = new PSObject();
        foreach (var property in table.Properties()) record.Properties.Add(new PSNoteProperty(property.Name, ToPowerShell(property.Value)));
        return record;
    }
}
