using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Date", DefaultParameterSetName = "net")]
public sealed class GetDateCommand : HostCommand
{
    [Parameter(Position = 0, ValueFromPipeline = true)] [Alias("LastWriteTime")] public DateTime Date { get; set; } = DateTime.Now;
    [Parameter(ParameterSetName = "net")] public string? Format { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "UFormat")] public string? UFormat { get; set; }

    protected override void ProcessRecord()
    {
        if (UFormat is not null) throw new PSNotSupportedException("Get-Date -UFormat is not part of this host.");
        if (Format is null) WriteObject(Date);
        else WriteObject(Date.ToString(Format.ToLowerInvariant() switch
        {
            "filedate" => "yyyyMMdd",
            "filedatetime" => "yyyyMMddTHHmmssffff",
            _ => Format,
        }, CultureInfo.InvariantCulture));
    }
}

/// <summary>A sleep that ends when the script is stopped.</summary>
[Cmdlet(VerbsLifecycle.Start, "Sleep", DefaultParameterSetName = "Seconds")]
public sealed class StartSleepCommand : HostCommand
{
    private readonly ManualResetEventSlim stopped = new();

    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "Seconds", ValueFromPipeline = true)]
    [ValidateRange(0.0, int.MaxValue / 1000.0)]
    public double Seconds { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Milliseconds")]
    [Alias("ms"), ValidateRange(0, int.MaxValue)]
    public int Milliseconds { get; set; }

    protected override void ProcessRecord() => stopped.Wait(ParameterSetName == "Seconds" ? (int)(Seconds * 1000) : Milliseconds);

    protected override void StopProcessing() => stopped.Set();
}

[Cmdlet(VerbsCommon.Get, "Random", DefaultParameterSetName = "RandomNumberParameterSet")]
public sealed class GetRandomCommand : HostCommand
{
    private readonly List<object> choices = [];

    [Parameter(Position = 0, ParameterSetName = "RandomNumberParameterSet")] public int Maximum { get; set; } = int.MaxValue;
    [Parameter(ParameterSetName = "RandomNumberParameterSet")] public int Minimum { get; set; }
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "RandomListItemParameterSet", ValueFromPipeline = true)] public object[]? InputObject { get; set; }
    [Parameter(ParameterSetName = "RandomListItemParameterSet")] public int Count { get; set; } = 1;
    [Parameter] public int? SetSeed { get; set; }

    protected override void ProcessRecord() => choices.AddRange(InputObject ?? []);

    protected override void EndProcessing()
    {
        var random = SetSeed is { } seed ? new Random(seed) : Random.Shared;
        if (ParameterSetName == "RandomNumberParameterSet")
        {
            WriteObject(random.Next(Minimum, Maximum));
            return;
        }
        var shuffled = choices.ToArray();
        random.Shuffle(shuffled);
        foreach (var item in shuffled.Take(Count)) WriteObject(item);
    }
}
