using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text.RegularExpressions;

namespace Remedyc.PowerShellHost;

/// <summary>The host that scripts see: not interactive, of no particular language, writing to one set of streams.</summary>
internal sealed class ScriptHost : PSHost
{
    private static ScriptHost? current;
    private readonly ScriptHostInterface userInterface;

    public ScriptHost(IStreams streams)
    {
        userInterface = new ScriptHostInterface(streams);
        current = this;
    }

    /// <summary>The host of the script that runs; a process runs one script at a time.</summary>
    public static ScriptHost Current => current ?? throw new InvalidOperationException("No script runs.");

    /// <summary>What the script gave to `exit`; null when it ended without.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Sends what is written for display to <paramref name="receiver"/> for a while; Out-String is made of it.</summary>
    public IDisposable Capture(Action<string> receiver) => userInterface.Capture(receiver);

    public override string Name => "ConsoleHost";
    public override Version Version => new(7, 6, 9);
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;
    public override PSHostUserInterface UI => userInterface;
    public override void SetShouldExit(int exitCode) => ExitCode ??= exitCode;
    public override void EnterNestedPrompt() => throw new NotSupportedException();
    public override void ExitNestedPrompt() => throw new NotSupportedException();
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
}

/// <summary>Writes to the streams and answers no question.</summary>
internal sealed partial class ScriptHostInterface(IStreams streams) : PSHostUserInterface
{
    private readonly Stack<Action<string>> captures = new();

    public IDisposable Capture(Action<string> receiver)
    {
        captures.Push(receiver);
        return new Release(() => captures.Pop());
    }

    public override PSHostRawUserInterface RawUI { get; } = new ScriptHostRawInterface();
    public override bool SupportsVirtualTerminal => false;

    public override void Write(string value) => Show(value);
    public override void Write(ConsoleColor foreground, ConsoleColor background, string value) => Show(value);
    public override void WriteLine(string value) => Show(value + Environment.NewLine);
    public override void WriteErrorLine(string value)
    {
        if (captures.TryPeek(out var receiver)) receiver(Plain(value) + Environment.NewLine);
        else streams.Error(Plain(value));
    }
    public override void WriteWarningLine(string message) => streams.Warning(message);
    public override void WriteVerboseLine(string message) => streams.Verbose(message);
    public override void WriteDebugLine(string message) => streams.Debug(message);
    public override void WriteProgress(long sourceId, ProgressRecord record) { }

    public override string ReadLine() => throw NotInteractive();
    public override SecureString ReadLineAsSecureString() => throw NotInteractive();
    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw NotInteractive();
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw NotInteractive();
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw NotInteractive();
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowed, PSCredentialUIOptions options) => throw NotInteractive();

    private void Show(string? text)
    {
        if (captures.TryPeek(out var receiver)) receiver(Plain(text));
        else streams.Output(Plain(text));
    }

    /// <summary>Without colours, as pwsh writes to a file or a pipe; leaving them out is the host's part of $PSStyle.OutputRendering.</summary>
    private static string Plain(string? text) => ColourCodes().Replace(text ?? "", "");

    private static PSInvalidOperationException NotInteractive() => new("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");

    [GeneratedRegex("\x1b\\[[0-9;]*m")]
    private static partial Regex ColourCodes();

    private sealed class Release(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}

/// <summary>A screen of 120 columns, the width that pwsh assumes where there is no console.</summary>
internal sealed class ScriptHostRawInterface : PSHostRawUserInterface
{
    private static readonly Size Screen = new(120, 50);

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;
    public override Size BufferSize { get; set; } = Screen;
    public override Size WindowSize { get; set; } = Screen;
    public override Size MaxWindowSize => Screen;
    public override Size MaxPhysicalWindowSize => Screen;
    public override Coordinates CursorPosition { get; set; }
    public override Coordinates WindowPosition { get; set; }
    public override int CursorSize { get; set; } = 25;
    public override string WindowTitle { get; set; } = "";
    public override bool KeyAvailable => false;
    public override void FlushInputBuffer() { }
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => new BufferCell[0, 0];
    public override KeyInfo ReadKey(ReadKeyOptions options) => throw new PSInvalidOperationException("There is no keyboard.");
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) { }
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) { }
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) { }
}
