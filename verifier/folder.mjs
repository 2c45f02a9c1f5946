// A published log in a folder: C2SP tlog-tiles. Every entry is hashed, every tile compared.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "./note.mjs";
import { Growing, leafHash } from "./tree.mjs";

const WIDTH = 256;

export function tilePath(level, n, width) {
  const groups = [String(n % 1000).padStart(3, "0")];
  for (let rest = Math.floor(n / 1000); rest; rest = Math.floor(rest / 1000))
    groups.unshift(`x${String(rest % 1000).padStart(3, "0")}`);
  return `tile/${level}/${groups.join("/")}${width === WIDTH ? "" : `.p/${width}`}`;
}

/** The bytes of a tile or bundle and their path: the partial one, or the full one that took its place. */
function read(folder, level, n, width) {
  for (const path of [tilePath(level, n, width), tilePath(level, n, WIDTH)]) {
    const file = join(folder, path);
    if (existsSync(file)) return [readFileSync(file), path];
  }
  check(false, `${tilePath(level, n, width)}: missing`);
}

function* entriesIn(data, path, width) {
  let at = 0;
  for (let entry = 0; entry < width; entry++) {
    check(at + 2 <= data.length, `${path}: fewer entries than it should hold`);
    const end = at + 2 + data.readUInt16BE(at);
    check(end <= data.length, `${path}: an entry cut short`);
    yield data.subarray(at + 2, end);
    at = end;
  }
  const isWhole = path.includes(".p/") || width === WIDTH;
  check(!isWhole || at === data.length, `${path}: bytes after the last entry`);
}

function compare(folder, level, n, hashes) {
  const [data, path] = read(folder, level, n, hashes.length);
  const isPartial = path.includes(".p/");
  check(data.length === 32 * (isPartial ? hashes.length : WIDTH), `${path}: length`);
  hashes.forEach((hash, at) => {
    const said = data.subarray(32 * at, 32 * at + 32);
    check(said.equals(hash), `${path}: hash ${at} is not that of the entries (first entry ${
      (BigInt(n) * 256n + BigInt(at)) << BigInt(8 * level)})`);
  });
}

/** Refuse unless the folder holds exactly the log that the checkpoint stands for. */
export function verifyFolder(folder, checkpoint) {
  const size = Number(checkpoint.size);
  const whole = new Growing();
  let row = [];
  for (let n = 0; n * WIDTH < size; n++) {
    const width = Math.min(WIDTH, size - n * WIDTH);
    const hashes = [];
    const tile = new Growing();
    const [data, path] = read(folder, "entries", n, width);
    for (const entry of entriesIn(data, path, width)) {
      const hash = leafHash(entry);
      hashes.push(hash);
      tile.add(hash);
      whole.add(hash);
    }
    compare(folder, 0, n, hashes);
    if (width === WIDTH) row.push(tile.root());
  }
  for (let level = 1; row.length; level++) {
    const above = [];
    for (let at = 0; at < row.length; at += WIDTH) {
      const hashes = row.slice(at, at + WIDTH);
      compare(folder, level, at / WIDTH, hashes);
      if (hashes.length < WIDTH) break;
      const tile = new Growing();
      hashes.forEach((hash) => tile.add(hash));
      above.push(tile.root());
    }
    row = above;
  }
  check(whole.root().equals(checkpoint.root), "the entries do not lead to the signed root");
}
