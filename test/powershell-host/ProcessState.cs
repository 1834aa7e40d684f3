using System.Collections;
using System.Text;

namespace Remedyc.PowerShellHost;

/// <summary>What scripts share because it belongs to the process: environment variables and working directory.</summary>
internal sealed class ProcessState
{
    private readonly Dictionary<string, string?> variables;
    private readonly string directory;

    private ProcessState(Dictionary<string, string?> variables, string directory)
    {
        this.variables = variables;
        this.directory = directory;
    }

    public static ProcessState Take() => new(Variables(), Directory.GetCurrentDirectory());

    public void Restore()
    {
        foreach (var name in Variables().Keys)
            if (!variables.ContainsKey(name)) Environment.SetEnvironmentVariable(name, null);
        foreach (var (name, value) in variables) Environment.SetEnvironmentVariable(name, value);
        Directory.SetCurrentDirectory(directory);
    }

    private static Dictionary<string, string?> Variables()
    {
        var result = new Dictionary<string, string?>();
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables()) result[(string)entry.Key] = (string?)entry.Value;
        return result;
    }
}

/// <summary>[Console]::WriteLine of a script, which would otherwise break into the answers.</summary>
internal sealed class StreamsWriter(Action<string> receiver) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;
    public override void Write(char value) => receiver(value.ToString());
    public override void Write(string? value) => receiver(value ?? "");
    public override void WriteLine(string? value) => receiver(value + Environment.NewLine);
}
