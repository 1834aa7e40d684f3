import type { RuleTable } from "./rule.ts";

/** Errors of the service control manager, in events and behind 1920: winerror.h. */
export const SERVICE_ERROR_SOURCE = "https://learn.microsoft.com/windows/win32/debug/system-error-codes";

const SEE_SERVICE = "Look at the service with 'sc.exe qc {service}' and at its own log.";

export const serviceErrors: RuleTable = {
  2: {
    text: "its program file is missing",
    why: "The path in the service's ImagePath leads to no file: the program was removed, or a security product took it away.",
    todo: [SEE_SERVICE, "Install the product again; look into the quarantine of the security product."],
  },
  3: {
    text: "the folder of its program file is missing",
    why: "The path in the service's ImagePath leads to no folder.",
    todo: [SEE_SERVICE, "Install the product again."],
  },
  5: {
    text: "access is denied",
    why: "The account of the service may not read its program file, or the caller may not start the service.",
    todo: ["Give the service's account the right to read and execute its folder.", "Start it as an administrator or as SYSTEM."],
  },
  193: {
    text: "its program file is not a program for this Windows",
    why: "The file is damaged, made for another processor, or the path has a blank and no quotation marks, so that another file was meant.",
    todo: ["Put quotation marks around the path of the service.", "Install the product again."],
    statement: "each s in service(startup != disabled) { ensure s { path_quoting: safe } }",
  },
  1051: {
    text: "running services depend on it",
    why: "It cannot be stopped as long as services run that need it.",
    todo: ["Stop those services first; 'with service(…) stopped' of a remedy does so and starts them again."],
  },
  1053: {
    text: "it did not answer the start request in time",
    why: "The program did not tell the service control manager within 30 seconds that it runs: it crashed early, waited for the network or a certificate check, or the machine was busy.",
    todo: [
      "Look into the Application log for a crash of the program (event 1000, .NET Runtime 1026) in the same minute.",
      "Set its startup to delayed if it only happens while Windows starts.",
    ],
    statement: 'ensure service("{service}") { state: running, startup: automatic_delayed }',
  },
  1055: { text: "the database of services is locked", why: "Another program is changing services.", todo: ["Try again later."] },
  1057: {
    text: "its account or password is not valid",
    why: "The account does not exist, or its password has changed.",
    todo: ["Set account and password of the service anew; a managed account (gMSA) has none that could expire."],
  },
  1058: {
    text: "it is disabled",
    why: "Its startup, or that of a service or device driver which it needs, is 'disabled'.",
    todo: ["Set its startup back, and find out which policy or baseline had disabled it."],
    statement: 'ensure service("{service}") { startup: automatic }',
  },
  1060: {
    text: "it is not installed",
    why: "There is no service of that name, or not any more.",
    todo: ["Install the product that brings it."],
  },
  1061: {
    text: "it takes no orders at the moment",
    why: "It is starting or stopping, perhaps for ever.",
    todo: ["Wait; if it stays so, end its process and start it again."],
  },
  1067: {
    text: "its process ended unexpectedly",
    why: "The program crashed or ended itself while it started.",
    todo: ["Look into the Application log for its crash (event 1000, .NET Runtime 1026) and into its own log."],
  },
  1068: {
    text: "a service that it depends on did not start",
    why: "What it needs is disabled or failed itself: that one is the cause.",
    todo: ["Look for the event of the service that it needs ('sc.exe enumdepend' and 'sc.exe qc' tell which)."],
  },
  1069: {
    text: "it could not log on with its account",
    why: "The account lacks 'Log on as a service' (event 7041), or its password or managed account was refused (event 7038).",
    todo: [
      "Look for event 7041 or 7038 of the same second, which tells the two apart.",
      "Grant 'Log on as a service' to NT SERVICE\\ALL SERVICES, or to the account; where a domain policy sets the right, add it there.",
    ],
    statement: "ensure user_right(\"SeServiceLogonRight\") { includes: ['NT SERVICE\\ALL SERVICES'] }",
    recipe: { file: "examples/service-virtual-account.remedy", set: ["service_name={service}"] },
  },
  1072: {
    text: "it is marked for deletion",
    why: "It was deleted while a program still holds it open: most often the Services window or Task Manager.",
    todo: ["Close the Services window on the machine, sign people out, or restart it."],
  },
  1075: {
    text: "a service that it depends on does not exist",
    why: "A product that it needs was removed, or the name of the dependency is wrong.",
    todo: ["Install what it needs, or correct the dependency ('sc.exe config {service} depend= …')."],
  },
  1079: {
    text: "its account differs from that of other services in its process",
    why: "Services that share a process must log on with one account.",
    todo: ["Set the account back to what the product installs."],
  },
  1920: {
    text: "its program file cannot be opened",
    why: "The file is there and Windows cannot read it: the drive, a filter driver or a security product.",
    todo: ["Check the drive ('chkdsk') and the log of the security product."],
  },
};
