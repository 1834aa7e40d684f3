using System.Diagnostics;
using Microsoft.PowerShell;
using Microsoft.PowerShell.Commands;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Remedyc.PowerShellHost;

/// <summary>
/// Runs one request after the other, each a line of JSON, each in a fresh runspace, and answers a line each. What is left of a script in the
/// process (environment, working directory) is put back, so that no run sees an earlier one.
/// </summary>
internal static class Server
{
    /// <summary>A script that does not stop when asked (it waits inside .NET) ends the process after this time; the caller starts another.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private const int ExitStuck = 70;

    public static int Run(Stream input, TextWriter output)
    {
        using var reader = new StreamReader(input);
        var environment = ProcessState.Take();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            Answer answer;
            try
            {
                answer = Serve(JsonConvert.DeserializeObject<Request>(line, ReadSettings) ?? new Request(), stuck => Write(output, stuck));
            }
            catch (Exception error)
            {
                // Nothing that a request does may end the server; the caller sees what went wrong with it.
                answer = new Answer { Problem = error.ToString() };
            }
            environment.Restore();
            Write(output, answer);
        }
        return 0;
    }

    private static readonly JsonSerializerSettings ReadSettings = new() { DateParseHandling = DateParseHandling.None };
    private static readonly JsonSerializerSettings WriteSettings = new() { ContractResolver = new Newtonsoft.Json.Serialization.CamelCasePropertyNamesContractResolver() };

    private static void Write(TextWriter output, Answer answer) => output.Write(JsonConvert.SerializeObject(answer, Formatting.None, WriteSettings) + "\n");

    private static Answer Serve(Request request, Action<Answer> writeStuck)
    {
        var streams = new RecordedStreams();
        Console.SetOut(new StreamsWriter(streams.Output));
        Console.SetError(new StreamsWriter(text => streams.Error(text.TrimEnd('\n'))));
        foreach (var (name, value) in request.Environment) Environment.SetEnvironmentVariable(name, value);
        if (request.WorkingDirectory is not null) Directory.SetCurrentDirectory(request.WorkingDirectory);

        var clock = Stopwatch.StartNew();
        var run = new ScriptRun(streams, ExecutionPolicy.Bypass);
        IReadOnlyList<string> position = [];
        Answer Answer(int? exitCode) => new()
        {
            Id = request.Id,
            ExitCode = run.Stopped ? null : exitCode,
            Stdout = streams.OutputLines,
            Stderr = streams.ErrorLines,
            Warnings = streams.Warnings,
            Verbose = streams.VerboseLines,
            Debug = streams.DebugLines,
            DurationMs = clock.Elapsed.TotalMilliseconds,
            TimedOut = run.Stopped,
            Position = position,
            Failure = run.Failure,
        };

        using var stopped = new Timer(_ =>
        {
            writeStuck(Answer(null) with { Stuck = true });
            Environment.Exit(ExitStuck);
        });
        using var limit = new Timer(_ =>
        {
            position = run.Position();
            run.Stop();
            stopped.Change(Grace, Timeout.InfiniteTimeSpan);
        });
        limit.Change(request.TimeLimitMs, Timeout.Infinite);
        var exitCode = Execute(request, run);
        limit.Change(Timeout.Infinite, Timeout.Infinite);
        stopped.Change(Timeout.Infinite, Timeout.Infinite);
        var answer = Answer(exitCode);
        run.Close();
        return answer;
    }

    private static int Execute(Request request, ScriptRun run)
    {
        foreach (var (name, value) in request.Variables) run.SetVariable(name, JsonValues.ToPowerShell(value));
        foreach (var prelude in request.Prelude)
            if (!run.DotSource(prelude)) return 1;
        var parameters = ScriptArguments.FromCommandLine(request.Arguments)
            .Concat(ScriptArguments.FromValues(request.Parameters.ToDictionary(pair => pair.Key, pair => JsonValues.ToPowerShell(pair.Value))));
        return request.File is not null ? run.File(request.File, parameters) : run.Text(request.Text ?? "", parameters);
    }

    /// <summary>What to run. <c>File</c> or <c>Text</c>; the preludes are dot-sourced before it, in the same runspace.</summary>
    private sealed record Request
    {
        public JToken? Id { get; init; }
        public string? File { get; init; }
        public string? Text { get; init; }
        public string[] Arguments { get; init; } = [];
        public Dictionary<string, JToken?> Parameters { get; init; } = [];
        public Dictionary<string, JToken?> Variables { get; init; } = [];
        public string[] Prelude { get; init; } = [];
        public Dictionary<string, string> Environment { get; init; } = [];
        public string? WorkingDirectory { get; init; }
        public int TimeLimitMs { get; init; } = 60_000;
    }

    private sealed record Answer
    {
        public JToken? Id { get; init; }
        public int? ExitCode { get; init; }
        public IReadOnlyList<string> Stdout { get; init; } = [];
        public IReadOnlyList<string> Stderr { get; init; } = [];
        public IReadOnlyList<string> Warnings { get; init; } = [];
        public IReadOnlyList<string> Verbose { get; init; } = [];
        public IReadOnlyList<string> Debug { get; init; } = [];
        public double DurationMs { get; init; }
        public bool TimedOut { get; init; }

        /// <summary>The script would not stop, and this process ends.</summary>
        public bool Stuck { get; init; }

        /// <summary>Where the script was when its time was up, innermost first: `file:line function`.</summary>
        public IReadOnlyList<string> Position { get; init; } = [];

        /// <summary>The error that ended the script.</summary>
        public string? Failure { get; init; }

        /// <summary>A fault of the request or of this host, not of the script.</summary>
        public string? Problem { get; init; }
    }
}
