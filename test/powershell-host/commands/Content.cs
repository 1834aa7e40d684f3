using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>The encodings by the names of -Encoding. 'Default' is UTF-8 here, as in PowerShell 7; on Windows PowerShell it is the ANSI code page.</summary>
internal static class TextEncodings
{
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    public static Encoding Named(string? name) => name?.ToLowerInvariant() switch
    {
        null or "default" or "utf8" or "utf8nobom" => Utf8,
        "utf8bom" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        "unicode" or "string" => Encoding.Unicode,
        "bigendianunicode" => Encoding.BigEndianUnicode,
        "utf32" => Encoding.UTF32,
        "ascii" => Encoding.ASCII,
        _ => throw new PSArgumentException($"Encoding '{name}' is not known."),
    };
}

/// <summary>Content of files; other providers have their own readers and writers.</summary>
public abstract class ContentCommand : PathCommand
{
    [Parameter] public string? Encoding { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected Encoding TextEncoding => TextEncodings.Named(Encoding);
}

[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContentCommand : ContentCommand
{
    [Parameter] public SwitchParameter Raw { get; set; }
    [Parameter] [Alias("First", "Head")] public long TotalCount { get; set; } = -1;
    [Parameter] [Alias("Last")] public int Tail { get; set; } = -1;

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            Attempt(() =>
            {
                foreach (var item in Expand(path)) Read(item);
            }, "GetContentReaderIOError", path);
        }
    }

    private void Read(string path)
    {
        if (FileSystemPath(path) is not { } file)
        {
            foreach (var reader in InvokeProvider.Content.GetReader([path], Force, literalPath: true))
                using (reader)
                    foreach (var value in reader.Read(0)) WriteObject(value);
            return;
        }
        // The genuine error for a missing item comes from the provider.
        if (!File.Exists(file)) InvokeProvider.Content.GetReader([path], Force, literalPath: true);
        if (Raw)
        {
            WriteObject(File.ReadAllText(file, TextEncoding));
            return;
        }
        var lines = File.ReadLines(file, TextEncoding);
        if (TotalCount >= 0) lines = lines.Take((int)TotalCount);
        if (Tail >= 0) lines = lines.TakeLast(Tail);
        var number = 0L;
        foreach (var line in lines)
        {
            var item = PSObject.AsPSObject(line);
            item.Properties.Add(new PSNoteProperty("PSPath", file));
            item.Properties.Add(new PSNoteProperty("ReadCount", ++number));
            WriteObject(item);
        }
    }
}

public abstract class WriteContentCommand : ContentCommand
{
    private readonly List<object?> values = [];

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Path", ValueFromPipelineByPropertyName = true)]
    public override string[] Path { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull, AllowEmptyCollection]
    public object?[]? Value { get; set; }

    [Parameter] public SwitchParameter NoNewline { get; set; }

    protected abstract bool Appends { get; }

    protected override void ProcessRecord() => values.AddRange(Value ?? []);

    protected override void EndProcessing()
    {
        foreach (var path in Paths)
        {
            Attempt(() =>
            {
                foreach (var item in Expand(path)) WriteTo(item);
            }, "GetContentWriterIOError", path);
        }
    }

    private void WriteTo(string path)
    {
        if (!ShouldProcess(path)) return;
        if (FileSystemPath(path) is not { } file)
        {
            foreach (var writer in InvokeProvider.Content.GetWriter([path], Force, literalPath: true))
                using (writer) writer.Write(values);
            return;
        }
        var text = string.Concat(values.Select(value => TextOf(value) + (NoNewline ? "" : Environment.NewLine)));
        if (Appends) File.AppendAllText(file, text, TextEncoding);
        else File.WriteAllText(file, text, TextEncoding);
    }
}

[Cmdlet(VerbsCommon.Set, "Content", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class SetContentCommand : WriteContentCommand
{
    protected override bool Appends => false;
}

[Cmdlet(VerbsCommon.Add, "Content", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class AddContentCommand : WriteContentCommand
{
    protected override bool Appends => true;
}

[Cmdlet(VerbsCommon.Get, "FileHash", DefaultParameterSetName = "Path")]
public sealed class GetFileHashCommand : PathCommand
{
    [Parameter]
    [ValidateSet("SHA1", "SHA256", "SHA384", "SHA512", "MD5")]
    public string Algorithm { get; set; } = "SHA256";

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            Attempt(() =>
            {
                foreach (var item in Expand(path)) WriteHash(item);
            }, "FileNotFound", path);
        }
    }

    private void WriteHash(string path)
    {
        var file = FileSystemPath(path) ?? throw new PSNotSupportedException($"'{path}' is not a file.");
        if (!File.Exists(file)) throw new ItemNotFoundException($"Cannot find path '{path}' because it does not exist.");
        using var content = File.OpenRead(file);
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(new(Algorithm));
        var buffer = new byte[81920];
        for (var count = content.Read(buffer); count > 0; count = content.Read(buffer)) hash.AppendData(buffer, 0, count);
        WriteObject(Record(("Algorithm", Algorithm.ToUpperInvariant()), ("Hash", Convert.ToHexString(hash.GetHashAndReset())), ("Path", file)));
    }
}
