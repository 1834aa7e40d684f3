using System.Text;

namespace Remedyc.PowerShellHost;

/// <summary>
/// A small console host around PowerShell's own engine, for machines without a PowerShell. Its command line is that of pwsh;
/// beside it -Server (warm engines for tests) and -Gate (findings about the syntax of scripts), both JSON lines.
/// </summary>
internal static class Program
{
    /// <summary>A process of Unix can hand on 8 bits of its exit code only; this file gets all 32.</summary>
    private const string ExitCodeFileVariable = "REMEDYC_HOST_EXITCODE_FILE";

    private static int Main(string[] arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true };
        Console.SetOut(output);
        Console.SetError(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });

        var commandLine = CommandLine.Parse(arguments, out var problem);
        if (commandLine is null)
        {
            Console.Error.WriteLine(problem);
            return Finish(CommandLine.BadCommandLine);
        }
        return commandLine.Mode switch
        {
            HostMode.Server => Server.Run(Console.OpenStandardInput(), output),
            HostMode.Gate => Gate.GateServer.Run(Console.OpenStandardInput(), output),
            _ => Finish(RunOnce(commandLine)),
        };
    }

    private static int RunOnce(CommandLine commandLine)
    {
        if (commandLine.Mode == HostMode.File && !File.Exists(commandLine.Script))
        {
            Console.Error.WriteLine(
                $"The argument '{commandLine.Script}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.");
            return 64;
        }
        var run = new ScriptRun(new ConsoleStreams(), commandLine.ExecutionPolicy);
        return commandLine.Mode == HostMode.File
            ? run.File(commandLine.Script, ScriptArguments.FromCommandLine(commandLine.Arguments))
            : run.Command(commandLine.Script);
    }

    private static int Finish(int exitCode)
    {
        var file = Environment.GetEnvironmentVariable(ExitCodeFileVariable);
        if (!string.IsNullOrEmpty(file)) File.WriteAllText(file, exitCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Console.Out.Flush();
        Console.Error.Flush();
        // Threads that a script left behind must not keep the process alive.
        Environment.Exit(exitCode);
        return exitCode;
    }
}
