// Loaded into the command line before anything else (NODE_OPTIONS=--import): what it asks of Microsoft Graph goes to the test's own server, and its pauses take
// no time. Nothing in remedyc itself knows of it.
import timers from "node:timers/promises";

const { fetch } = globalThis;
globalThis.fetch = (input, init) => fetch(String(input).replace("https://graph.microsoft.com", process.env.TEST_GRAPH), init);
timers.setTimeout = () => Promise.resolve();
