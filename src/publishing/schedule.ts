import { isFields } from "../graph/shape.ts";
import type { Fields } from "../graph/shape.ts";

/** When a remediation runs. Times are `HH:MM:SS`, of the device unless `utc`. */
export type Schedule =
  | { readonly kind: "hours"; readonly every: number }
  | { readonly kind: "days"; readonly every: number; readonly time: string; readonly utc: boolean }
  | { readonly kind: "once"; readonly date: string; readonly time: string; readonly utc: boolean };

/** How an author writes them. */
export const scheduleForms = "'every 4 hours', 'every day at 09:00', 'every 2 days at 09:00 UTC' or 'once on 2026-12-24 at 09:00'";

const TYPE = "#microsoft.graph.deviceHealthScript";
/** "Valid values 1 to 23": https://learn.microsoft.com/graph/api/resources/intune-devices-devicehealthscriptrunschedule */
const MOST = 23;

/** Reads a schedule as an author writes it; a clause that says what is wrong where it is none. */
export function parseSchedule(text: string): Schedule | { readonly reason: string } {
  const hours = /^every (?:(\d+) hours|hour)$/.exec(text);
  const days = /^every (?:(\d+) days|day) at (\d\d:\d\d)( UTC)?$/.exec(text);
  const once = /^once on (\d{4}-\d\d-\d\d) at (\d\d:\d\d)( UTC)?$/.exec(text);
  const [, , time = "00:00", zone] = days ?? once ?? [];
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) return { reason: `'${time}' is no time of day` };
  const every = Number((hours ?? days)?.[1] ?? 1);
  if (every < 1 || every > MOST) return { reason: `Intune takes 1 to ${MOST}, not ${every}` };
  if (hours) return { kind: "hours", every };
  const at = { time: `${time}:00`, utc: zone !== undefined };
  if (days) return { kind: "days", every, ...at };
  const date = once?.[1];
  if (date === undefined) return { reason: `'${text}' is no schedule; write ${scheduleForms}` };
  if (Number.isNaN(Date.parse(date)) || new Date(date).toISOString().slice(0, 10) !== date) return { reason: `'${date}' is no date` };
  return { kind: "once", date, ...at };
}

/** As an author writes it. */
export function showSchedule(schedule: Schedule): string {
  if (schedule.kind === "hours") return schedule.every === 1 ? "every hour" : `every ${schedule.every} hours`;
  const time = `${schedule.time.replace(/:00$/, "")}${schedule.utc ? " UTC" : ""}`;
  if (schedule.kind === "once") return `once on ${schedule.date} at ${time}`;
  return schedule.every === 1 ? `every day at ${time}` : `every ${schedule.every} days at ${time}`;
}

/** As Graph wants it: https://learn.microsoft.com/graph/api/resources/intune-devices-devicehealthscriptdailyschedule and its like. */
export function toGraphSchedule(schedule: Schedule): Fields {
  switch (schedule.kind) {
    case "hours":
      return { "@odata.type": `${TYPE}HourlySchedule`, interval: schedule.every };
    case "days":
      return { "@odata.type": `${TYPE}DailySchedule`, interval: schedule.every, useUtc: schedule.utc, time: `${schedule.time}.0000000` };
    case "once":
      return {
        "@odata.type": `${TYPE}RunOnceSchedule`,
        interval: 1,
        useUtc: schedule.utc,
        time: `${schedule.time}.0000000`,
        date: schedule.date,
      };
    default:
      return schedule satisfies never;
  }
}

/** Reads a schedule of Graph; undefined where there is none, or one of a kind that is not known. */
export function readGraphSchedule(value: unknown): Schedule | undefined {
  if (!isFields(value)) return undefined;
  const every = typeof value["interval"] === "number" ? value["interval"] : 1;
  const at = { time: readTime(value["time"]), utc: value["useUtc"] === true };
  switch (value["@odata.type"]) {
    case `${TYPE}HourlySchedule`:
      return { kind: "hours", every };
    case `${TYPE}DailySchedule`:
      return { kind: "days", every, ...at };
    case `${TYPE}RunOnceSchedule`:
      return { kind: "once", date: typeof value["date"] === "string" ? value["date"].slice(0, 10) : "", ...at };
    default:
      return undefined;
  }
}

/** `9:0:0`, `09:00:00.0000000` as `09:00:00`. */
function readTime(value: unknown): string {
  const [, ...parts] = /^(\d+):(\d+)(?::(\d+))?/.exec(typeof value === "string" ? value : "") ?? [];
  return [0, 1, 2].map((i) => (parts[i] ?? "0").padStart(2, "0")).join(":");
}
