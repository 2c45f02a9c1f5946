// Opening an act and checking an office's signature: sections Commitment, Entry, Opening and Statement
// of docs/reference/log-formats.md. JSON is taken in its RFC 8785 form alone.
import { createHash } from "node:crypto";
import { ED25519, Refused, check, signedBy, unbase64, utf8 } from "./note.mjs";

const FACTS = ["kind", "actor", "office", "body", "subject", "audience"];
const HIDDEN = /[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// What is no printable character: controls, unassigned ones, separators but the space.
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** RFC 8785: names in the order of their UTF-16 units, numbers and strings as ECMAScript writes them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const each = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${each.join(",")}}`;
}

/** JSON in its one canonical spelling: so no name stands twice, and no number is read otherwise. */
function parse(text, what) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refused(`${what}: no JSON`);
  }
  check(canonical(value) === text, `${what}: not in the form of RFC 8785`);
  return value;
}

function saltOf(text) {
  check(typeof text === "string" && /^[0-9a-f]{64}$/.test(text), "opening: a salt is 32 bytes in hex");
  return Buffer.from(text, "hex");
}

export const commitment = (payload, salt) =>
  sha256("registan/commit/v1\n", salt, sha256(payload));

/** What the `extra` line of a proof file opens: the entry, the envelope's facts, the genuine parts. */
export function parseOpening(raw) {
  const told = parse(utf8(raw, "opening"), "opening");
  check(isObject(told) && Object.keys(told).sort().join() === "envelope,parts,salt", "opening: its names");
  check(typeof told.envelope === "string" && isObject(told.parts), "opening: envelope and parts");
  const made = commitment(told.envelope, saltOf(told.salt));
  const facts = parse(told.envelope, "envelope");
  check(isObject(facts) && isObject(facts.parts), "envelope: no facts");
  const parts = {};
  for (const [name, part] of Object.entries(told.parts)) {
    check(isObject(part) && Object.keys(part).sort().join() === "payload,salt", "opening: a part");
    const found = commitment(canonical(part.payload), saltOf(part.salt)).toString("hex");
    check(Object.hasOwn(facts.parts, name) && facts.parts[name] === found,
      `part ${name}: NOT the one that was logged`);
    parts[name] = part.payload;
  }
  return { entry: Buffer.concat([Buffer.from("registan/act/v1\n"), made]), facts, parts };
}

const byCodePoint = (one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** JSON as a statement shows it: names by code point, an indent of one space. */
function shown(value, indent = "\n") {
  const inner = `${indent} `;
  const wrap = (open, each, close) =>
    each.length ? `${open}${inner}${each.join(`,${inner}`)}${indent}${close}` : open + close;
  if (Array.isArray(value)) return wrap("[", value.map((one) => shown(one, inner)), "]");
  if (!isObject(value)) {
    check(typeof value !== "number" || Number.isSafeInteger(value), "record: a fraction, which none has");
    return JSON.stringify(value);
  }
  const names = Object.keys(value).sort(byCodePoint);
  return wrap("{", names.map((name) => `${JSON.stringify(name)}: ${shown(value[name], inner)}`), "}");
}

/** The text that an office signed before the act, written again from envelope and record. */
export function statement(origin, facts, record, key, until) {
  const head = [["log", origin], ...FACTS.map((name) => [name, facts[name]]), ["key", key], ["until", until]];
  const lines = head.map(([name, value]) => {
    check(typeof value === "string" && !UNPRINTABLE.test(value), `statement: ${name} is no printable line`);
    return `${name}: ${value}`.replace(/ +$/, "");
  });
  const told = shown(record).replace(HIDDEN, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `${["registan/statement/v1", ...lines, "", told].join("\n")}\n`;
}

/** What can be said of the office: nobody signed, unchecked without its key, or good; else refused. */
export function office({ facts, parts }, origin, keys) {
  if (facts.auth === "session") return "by signing in; no office's key";
  const found = /^office-key\/v1 (\S+) ([0-9a-f]{8}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) ([\x21-\x7e]{1,128}) (\S+)$/u
    .exec(facts.auth);
  check(found, "auth: neither session nor an office's signature");
  const [, name, id, until, key, signature] = found;
  const by = keys.find((one) => one.name === name && one.id === id);
  const who = `office key ${name} (${id})`;
  if (!by || !isObject(parts.record)) return `${who}: NOT CHECKED, its verifier key was not named`;
  check(by.type === ED25519, `${who}: of another type`);
  const text = Buffer.from(statement(origin, facts, parts.record, key, until));
  const raw = unbase64(signature, "auth");
  check(raw.length === 64 && signedBy(by, text, raw), `${who}: its signature does not fit the content`);
  return `${who}: its signature holds`;
}
