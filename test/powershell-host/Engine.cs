using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Microsoft.PowerShell;

namespace Remedyc.PowerShellHost;

/// <summary>The state that every fresh runspace starts from: the engine's own commands, and this host's few of Utility and Management.</summary>
internal static class Engine
{
    private static readonly Lazy<InitialSessionState> Shared = new(() => CreateState(ExecutionPolicy.Bypass));

    /// <summary>A runspace that nobody has used before, not yet opened. The engine copies the state, so runs cannot see each other.</summary>
    public static Runspace CreateRunspace(ScriptHost host, ExecutionPolicy policy)
    {
        var state = policy == ExecutionPolicy.Bypass ? Shared.Value : CreateState(policy);
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        return runspace;
    }

    private static InitialSessionState CreateState(ExecutionPolicy policy)
    {
        var state = InitialSessionState.CreateDefault2();
        // Execution policies exist on Windows only; elsewhere the engine refuses to be given one.
        if (OperatingSystem.IsWindows()) state.ExecutionPolicy = policy;
        foreach (var type in typeof(Engine).Assembly.GetTypes())
        {
            if (type.GetCustomAttribute<CmdletAttribute>(inherit: false) is { } cmdlet)
                state.Commands.Add(new SessionStateCmdletEntry($"{cmdlet.VerbName}-{cmdlet.NounName}", type, helpFileName: null));
        }
        // Errors in the layout of Windows PowerShell: message, place, category.
        state.Variables.Add(new SessionStateVariableEntry("ErrorView", ErrorView.NormalView, ""));
        return state;
    }
}
