using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.PowerShell;

namespace Remedyc.PowerShellHost;

/// <summary>
/// One script in a runspace of its own, with pwsh's exit codes: what `exit` gave; 1 after an error that ended the script (throw, a parameter
/// that does not bind, an unmet #Requires); otherwise 0.
/// </summary>
internal sealed class ScriptRun
{
    private readonly IStreams streams;
    private readonly ScriptHost host;
    private readonly Runspace runspace;
    private Pipeline? current;

    public ScriptRun(IStreams streams, ExecutionPolicy policy)
    {
        this.streams = streams;
        host = new ScriptHost(streams);
        runspace = Engine.CreateRunspace(host, policy);
        runspace.Open();
        Runspace.DefaultRunspace = runspace;
    }

    /// <summary>The error that ended the script, if one did.</summary>
    public string? Failure { get; private set; }

    /// <summary>True once <see cref="Stop"/> was asked for.</summary>
    public bool Stopped { get; private set; }

    public void SetVariable(string name, object? value) => runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Dot-sources a script: its functions and variables are there for the script that follows. False when it failed.</summary>
    public bool DotSource(string path) => Invoke(new Command(path, isScript: false, useLocalScope: false), ownsExit: false) && host.ExitCode is null;

    public int File(string path, IEnumerable<CommandParameter> parameters) => Run(new Command(path, isScript: false, useLocalScope: false), parameters, ownsExit: true);

    /// <summary>Script text with parameters; it has no $PSCommandPath.</summary>
    public int Text(string text, IEnumerable<CommandParameter> parameters) => Run(new Command(text, isScript: true, useLocalScope: false), parameters, ownsExit: false);

    /// <summary>-Command: as pwsh, 1 when the last statement failed.</summary>
    public int Command(string text)
    {
        const string status = "RemedycLastStatementSucceeded";
        var exitCode = Text($"{text}{Environment.NewLine}$global:{status} = $?", []);
        if (exitCode != 0 || host.ExitCode is not null) return exitCode;
        return runspace.SessionStateProxy.GetVariable(status) is false ? 1 : 0;
    }

    /// <summary>Where the script is now, innermost first, as `file:line`; for a run that takes too long.</summary>
    public IReadOnlyList<string> Position()
    {
        try
        {
            return runspace.Debugger.GetCallStack().Select(frame => $"{frame.ScriptName ?? "<text>"}:{frame.ScriptLineNumber} {frame.FunctionName}").ToArray();
        }
        catch (InvalidOperationException)
        {
            // The stack changed while it was read, from another thread.
            return [];
        }
    }

    /// <summary>Ends the script from another thread; its `finally` blocks run. Does not wait.</summary>
    public void Stop()
    {
        Stopped = true;
        current?.StopAsync();
    }

    public void Close() => runspace.Dispose();

    private int Run(Command command, IEnumerable<CommandParameter> parameters, bool ownsExit)
    {
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        var succeeded = Invoke(command, ownsExit);
        return host.ExitCode ?? (succeeded ? 0 : 1);
    }

    private bool Invoke(Command command, bool ownsExit)
    {
        // As pwsh -File: `exit` of the outermost script is the process's; of a script that it calls, it only sets $LASTEXITCODE.
        if (ownsExit) HandExitToHost();
        using var pipeline = runspace.CreatePipeline();
        pipeline.Commands.Add(command);
        var display = new Command("Out-Default");
        display.MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output;
        pipeline.Commands.Add(display);
        pipeline.Input.Close();
        current = pipeline;
        if (Stopped) return false;
        try
        {
            pipeline.Invoke();
            return true;
        }
        catch (PipelineStoppedException)
        {
            Failure ??= "The script was stopped.";
            return false;
        }
        catch (RuntimeException error)
        {
            Failure ??= error.Message;
            Report(error);
            return false;
        }
        finally
        {
            current = null;
        }
    }

    private void HandExitToHost()
    {
        // Not public; the console host of PowerShell sets the same two members (ConsoleHost.cs, InitializeRunspace).
        const BindingFlags hidden = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
        var context = typeof(Runspace).GetProperty("ExecutionContext", hidden)?.GetValue(runspace);
        var rethrow = context?.GetType().GetProperty("ScriptCommandProcessorShouldRethrowExit", hidden);
        if (rethrow is null) throw new UnreachableException("This engine has no ScriptCommandProcessorShouldRethrowExit.");
        rethrow.SetValue(context, true);
    }

    private void Report(RuntimeException error)
    {
        try
        {
            using (host.Capture(text => streams.Error(text.TrimEnd('\r', '\n'))))
            using (var pipeline = runspace.CreatePipeline())
            {
                pipeline.Commands.Add("Out-Default");
                pipeline.Input.Write(error.ErrorRecord);
                pipeline.Input.Close();
                pipeline.Invoke();
            }
        }
        catch (RuntimeException)
        {
            streams.Error(error.Message);
        }
    }
}
