using System.Text;
using Microsoft.PowerShell;

namespace Remedyc.PowerShellHost;

internal enum HostMode { File, Command, Server, Gate }

/// <summary>What the host was asked to do. Names may be shortened as in pwsh; what follows the script belongs to the script.</summary>
internal sealed record CommandLine(HostMode Mode, string Script, IReadOnlyList<string> Arguments, ExecutionPolicy ExecutionPolicy)
{
    /// <summary>pwsh's ExitCodeBadCommandLineParameter.</summary>
    public const int BadCommandLine = 64;

    private const string Usage =
        "usage: remedyc-host [-NoProfile] [-NonInteractive] [-NoLogo] [-ExecutionPolicy POLICY] { -File SCRIPT [ARGUMENT...] | -Command TEXT | -EncodedCommand BASE64 | -Server | -Gate }";

    private static readonly string[] WithoutEffect = ["noprofile", "noninteractive", "nologo", "sta", "mta", "noprofileloadtime"];
    private static readonly string[] WithIgnoredValue = ["inputformat", "outputformat", "windowstyle", "configurationname", "settingsfile"];

    /// <summary>Reads the arguments, or returns null and says in <paramref name="problem"/> what is wrong with them.</summary>
    public static CommandLine? Parse(string[] arguments, out string problem)
    {
        problem = "";
        var policy = ExecutionPolicy.Bypass;
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = arguments[i];
            if (argument.Length < 2 || argument[0] != '-') return new CommandLine(HostMode.File, Path.GetFullPath(argument), arguments[(i + 1)..], policy);

            var name = argument.TrimStart('-').ToLowerInvariant();
            var next = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (name)
            {
                case "server": return new CommandLine(HostMode.Server, "", [], policy);
                case "gate": return new CommandLine(HostMode.Gate, "", [], policy);
                case "e" or "ec" or "encodedcommand" or "enc" when next is not null:
                    return new CommandLine(HostMode.Command, Encoding.Unicode.GetString(Convert.FromBase64String(next)), [], policy);
                case "ep" or "ex" or "executionpolicy" when next is not null:
                    if (!Enum.TryParse(next, ignoreCase: true, out policy))
                    {
                        problem = $"Invalid ExecutionPolicy value '{next}'.";
                        return null;
                    }
                    i++;
                    continue;
            }
            if (Abbreviates(name, "file", 1) && next is not null) return new CommandLine(HostMode.File, Path.GetFullPath(next), arguments[(i + 2)..], policy);
            if (Abbreviates(name, "command", 1) && next is not null)
                return new CommandLine(HostMode.Command, next == "-" ? Console.In.ReadToEnd() : string.Join(' ', arguments[(i + 1)..]), [], policy);
            if (WithoutEffect.Any(known => Abbreviates(name, known, 3))) continue;
            if (WithIgnoredValue.Any(known => Abbreviates(name, known, 1)) && next is not null)
            {
                i++;
                continue;
            }
            problem = $"'{argument}' is not understood, or lacks its value.{Environment.NewLine}{Usage}";
            return null;
        }
        problem = Usage;
        return null;
    }

    private static bool Abbreviates(string name, string full, int shortest) => name.Length >= shortest && full.StartsWith(name, StringComparison.Ordinal);
}
