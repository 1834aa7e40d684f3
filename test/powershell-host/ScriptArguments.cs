using System.Management.Automation.Runspaces;

namespace Remedyc.PowerShellHost;

/// <summary>Turns arguments into parameters of the engine's command, by the rules of pwsh -File.</summary>
internal static class ScriptArguments
{
    /// <summary>
    /// `-Name:value` is a named parameter ($true and $false as Booleans); `-Name` stays open, so that the engine's binder decides whether
    /// it is a switch or takes the next argument; anything else is positional. Values are text, never evaluated.
    /// </summary>
    public static IEnumerable<CommandParameter> FromCommandLine(IEnumerable<string> arguments)
    {
        string? pending = null;
        foreach (var argument in arguments)
        {
            if (pending is not null)
            {
                yield return new CommandParameter(pending, argument);
                pending = null;
                continue;
            }
            if (argument.Length < 2 || argument[0] != '-')
            {
                yield return new CommandParameter(null, argument);
                continue;
            }
            var colon = argument.IndexOf(':');
            if (colon < 0) yield return new CommandParameter(argument);
            else if (colon == argument.Length - 1) pending = argument.TrimEnd(':');
            else yield return new CommandParameter(argument[..colon], BooleanOrText(argument[(colon + 1)..]));
        }
        if (pending is not null) yield return new CommandParameter(pending);
    }

    /// <summary>Named values, as a test gives them.</summary>
    public static IEnumerable<CommandParameter> FromValues(IReadOnlyDictionary<string, object?> parameters) =>
        parameters.Select(parameter => new CommandParameter(parameter.Key, parameter.Value));

    private static object BooleanOrText(string value) =>
        value.Equals("$true", StringComparison.OrdinalIgnoreCase) ? true : value.Equals("$false", StringComparison.OrdinalIgnoreCase) ? false : value;
}
