using System.Text;

namespace Remedyc.PowerShellHost;

/// <summary>Where a run's text goes.</summary>
internal interface IStreams
{
    /// <summary>Output and whatever else pwsh prints to standard output; line ends included.</summary>
    void Output(string text);

    /// <summary>A line for standard error, without its end.</summary>
    void Error(string line);

    void Warning(string message);
    void Verbose(string message);
    void Debug(string message);
}

/// <summary>The console: as pwsh does, only errors go to standard error.</summary>
internal sealed class ConsoleStreams : IStreams
{
    public void Output(string text) => Console.Out.Write(text);
    public void Error(string line) => Console.Error.WriteLine(line);
    public void Warning(string message) => Console.Out.WriteLine("WARNING: " + message);
    public void Verbose(string message) => Console.Out.WriteLine("VERBOSE: " + message);
    public void Debug(string message) => Console.Out.WriteLine("DEBUG: " + message);
}

/// <summary>Keeps each stream by itself, for an answer of the server.</summary>
internal sealed class RecordedStreams : IStreams
{
    private readonly StringBuilder output = new();
    private readonly List<string> errors = [];
    private readonly List<string> warnings = [];
    private readonly List<string> verbose = [];
    private readonly List<string> debug = [];

    public void Output(string text) { lock (output) output.Append(text); }
    public void Error(string line) { lock (errors) errors.Add(line); }
    public void Warning(string message) { lock (warnings) warnings.Add(message); }
    public void Verbose(string message) { lock (verbose) verbose.Add(message); }
    public void Debug(string message) { lock (debug) debug.Add(message); }

    public IReadOnlyList<string> OutputLines { get { lock (output) return Lines(output.ToString()); } }
    public IReadOnlyList<string> ErrorLines { get { lock (errors) return errors.SelectMany(Lines).ToArray(); } }
    public IReadOnlyList<string> Warnings { get { lock (warnings) return warnings.ToArray(); } }
    public IReadOnlyList<string> VerboseLines { get { lock (verbose) return verbose.ToArray(); } }
    public IReadOnlyList<string> DebugLines { get { lock (debug) return debug.ToArray(); } }

    private static string[] Lines(string text)
    {
        if (text.Length == 0) return [];
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
