#!/usr/bin/env node
// A second verifier of Registan's log, in another language and without a line of the first.
//   node verify.mjs log FOLDER KEY
//   node verify.mjs checkpoint FILE POLICY
//   node verify.mjs proof FILE POLICY ENTRY
//   node verify.mjs act FILE POLICY [OFFICE-KEY …]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyFolder } from "./folder.mjs";
import {
  Refused, check, decimal, hashLine, parseCheckpoint, parseKey, parseNote, unbase64, verifyNote,
} from "./note.mjs";
import { office, parseOpening } from "./opening.mjs";
import { parsePolicy, requireQuorum } from "./policy.mjs";
import { isIncluded, leafHash } from "./tree.mjs";

function log(folder, keyText) {
  const key = parseKey(keyText);
  const note = parseNote(readFileSync(join(folder, "checkpoint")));
  verifyNote(note, [key]);
  const checkpoint = parseCheckpoint(note.text);
  check(checkpoint.origin === key.name, "the checkpoint is of another log");
  verifyFolder(folder, checkpoint);
  return `${checkpoint.size} entries of ${checkpoint.origin} lead to the signed root`;
}

function cosigned(data, policy) {
  const note = parseNote(data);
  const good = verifyNote(note, [...policy.logs, ...policy.witnesses.values()]);
  const checkpoint = parseCheckpoint(note.text);
  return { checkpoint, witnesses: requireQuorum(policy, checkpoint.origin, checkpoint.size, good) };
}

function checkpoint(file, policyFile) {
  const policy = parsePolicy(readFileSync(policyFile));
  const { checkpoint: found, witnesses } = cosigned(readFileSync(file), policy);
  return `${found.origin} at ${found.size} entries: signed, and cosigned by ${witnesses} witnesses`;
}

/** The parts of a proof file, whose checkpoint is signed and cosigned as the policy asks. */
function proven(file, policyFile) {
  const data = readFileSync(file);
  const end = data.indexOf("\n\n");
  check(end >= 0, "proof file: no empty line");
  const lines = data.subarray(0, end).toString("latin1").split("\n");
  check(lines.shift() === "c2sp.org/tlog-proof@v1", "proof file: another version");
  const extra = lines[0]?.startsWith("extra ") ? unbase64(lines.shift().slice(6), "extra") : null;
  check(lines[0]?.startsWith("index "), "proof file: no index");
  const index = decimal(lines.shift().slice(6), "index");
  check(lines.length <= 63, "proof file: more hashes than a path can have");
  const path = lines.map((line) => hashLine(line, "proof"));
  const policy = parsePolicy(readFileSync(policyFile));
  return { extra, index, path, ...cosigned(data.subarray(end + 2), policy) };
}

function placed({ index, path, checkpoint: found, witnesses }, entry) {
  check(isIncluded(leafHash(entry), index, found.size, path, found.root), "the entry is not at this index");
  return `entry ${index} of ${found.origin}, seen by ${witnesses} witnesses at ${found.size} entries`;
}

function proof(file, policyFile, entryFile) {
  return placed(proven(file, policyFile), readFileSync(entryFile));
}

function act(file, policyFile, ...officeKeys) {
  const found = proven(file, policyFile);
  check(found.extra, "this file proves a place alone: it does not open the act");
  const opened = parseOpening(found.extra);
  const said = placed(found, opened.entry);
  const signed = office(opened, found.checkpoint.origin, officeKeys.map(parseKey));
  const facts = ["kind", "actor", "office", "body", "subject", "time", "audience"]
    .filter((name) => opened.facts[name]).map((name) => `  ${name}: ${opened.facts[name]}`);
  const parts = Object.keys(opened.parts).map((name) => `  part ${name}: genuine`);
  return [said, ...facts, ...parts, `  authorised: ${signed}`].join("\n");
}

const [command, ...words] = process.argv.slice(2);
const commands = { log: [log, 2, 2], checkpoint: [checkpoint, 2, 2], proof: [proof, 3, 3], act: [act, 2, 99] };
const [, least, most] = Object.hasOwn(commands, command ?? "") ? commands[command] : [null, 1, 0];
if (words.length < least || words.length > most) {
  console.error("usage: verify.mjs log FOLDER KEY | checkpoint FILE POLICY | proof FILE POLICY ENTRY | "
    + "act FILE POLICY [OFFICE-KEY ...]");
  process.exit(2);
}
try {
  console.log(`good: ${commands[command][0](...words)}`);
} catch (error) {
  if (!(error instanceof Refused) && error.code !== "ENOENT") throw error;
  console.error(`REFUSED: ${error.message}`);
  process.exitCode = 1;
}
