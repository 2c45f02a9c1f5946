// Signed notes, checkpoints, keys and Ed25519 cosignatures: C2SP signed-note, tlog-checkpoint,
// tlog-cosignature. ML-DSA-44 (type 6) is not in Node's crypto: its lines count as unknown.
import { createHash, createPublicKey, verify } from "node:crypto";

export const ED25519 = 1;
export const COSIGNATURE = 4;
export const ML_DSA_44 = 6;
const PUBLIC_LENGTH = { [ED25519]: 32, [COSIGNATURE]: 32, [ML_DSA_44]: 1312 };
const MAX_TIME = 2n ** 63n - 1n;

export class Refused extends Error {}

export function check(good, why) {
  if (!good) throw new Refused(why);
}

export function unbase64(text, what) {
  const raw = Buffer.from(text, "base64");
  check(raw.toString("base64") === text, `${what}: not canonical base64`);
  return raw;
}

export function decimal(text, what) {
  check(/^(0|[1-9][0-9]{0,18})$/.test(text) && BigInt(text) <= MAX_TIME, `${what}: not a plain number`);
  return BigInt(text);
}

export function hashLine(text, what) {
  const raw = unbase64(text, what);
  check(raw.length === 32, `${what}: not 32 bytes`);
  return raw;
}

export function utf8(data, what) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(data);
  } catch {
    throw new Refused(`${what}: not UTF-8`);
  }
  check(!/[\x00-\x09\x0b-\x1f]/.test(text), `${what}: control character`);
  return text;
}

/** `name+id+base64(type || public key)`; the ID must follow from the rest. */
export function parseKey(text) {
  const found = /^([^\s+]+)\+([0-9a-f]{8})\+([^\s]+)$/u.exec(text);
  check(found, "key: not name+id+key");
  const [, name, id, rest] = found;
  const raw = unbase64(rest, "key");
  check(PUBLIC_LENGTH[raw[0]] === raw.length - 1, "key: of a type or length unknown here");
  const made = createHash("sha256").update(`${name}\n`).update(raw).digest("hex").slice(0, 8);
  check(made === id, "key: the ID is not that of the key");
  return { name, id, type: raw[0], publicKey: raw.subarray(1) };
}

export function signedBy(key, message, signature) {
  const x = key.publicKey.toString("base64url");
  const loaded = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return verify(null, message, loaded, signature);
}

export function parseNote(data) {
  const whole = utf8(data, "note");
  const end = whole.lastIndexOf("\n\n");
  check(end >= 0 && whole.endsWith("\n") && end + 2 < whole.length, "note: no signature lines");
  const lines = whole.slice(end + 2, -1).split("\n").map((line) => {
    const found = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
    check(found, "note: a line that is no signature");
    const raw = unbase64(found[2], "note");
    check(raw.length > 4, "note: a signature without bytes");
    return { name: found[1], id: raw.subarray(0, 4).toString("hex"), signature: raw.subarray(4) };
  });
  return { text: whole.slice(0, end + 1), lines };
}

export function parseCheckpoint(text) {
  const [origin, size, root, ...rest] = text.split("\n");
  check(rest.length && rest.at(-1) === "" && rest.slice(0, -1).every(Boolean), "checkpoint: its lines");
  check(origin, "checkpoint: no origin");
  return { origin, size: decimal(size, "size"), root: hashLine(root, "root") };
}

/** The known keys whose lines hold; one line of a known key that fails refuses the whole note. */
export function verifyNote(note, keys) {
  const good = new Set();
  for (const line of note.lines) {
    const key = keys.find((one) => one.name === line.name && one.id === line.id);
    if (!key || key.type === ML_DSA_44) continue;
    let message = note.text;
    let signature = line.signature;
    if (key.type === COSIGNATURE) {
      check(signature.length === 72, `${key.name}: a cosignature of another length`);
      const time = signature.readBigUInt64BE(0);
      check(time <= MAX_TIME, `${key.name}: a time that cannot be`);
      message = `cosignature/v1\ntime ${time}\n${note.text}`;
      signature = signature.subarray(8);
    }
    check(signedBy(key, Buffer.from(message), signature), `${key.name}: the signature does not hold`);
    good.add(key);
  }
  check(good.size, "no signature of a key that is known here");
  return good;
}
