// Trust policies: C2SP tlog-policy.
import { COSIGNATURE, ED25519, ML_DSA_44, check, decimal, parseKey } from "./note.mjs";

export function parsePolicy(data) {
  // Octets above 0x7F are opaque but in keys; UTF-8 is what our own policies are written in.
  const text = data.toString("utf8");
  check(!/[\x00-\x08\x0b-\x1f\x7f]/.test(text) && text.endsWith("\n"), "policy: its characters");
  const policy = { logs: [], refused: new Map(), witnesses: new Map(), groups: new Map(), quorum: null };
  const members = new Set();
  const isKnown = (name) => policy.witnesses.has(name) || policy.groups.has(name);
  const define = (name) => check(name && name !== "none" && !isKnown(name), "policy: a name twice");
  const add = (text, types, others, url) => {
    const key = parseKey(text ?? "");
    check(types.includes(key.type) && url.length <= 1, "policy: a key of another type");
    check(!others.some((one) => one.publicKey.equals(key.publicKey)), "policy: a key twice");
    return key;
  };
  for (const line of text.split("\n")) {
    const [word, name, ...rest] = line.split(/[ \t]+/).filter(Boolean);
    if (word === "#refused-from") {
      // Registan's own comment: from that entry on a replaced key of the log vouches for nothing.
      const log = policy.logs.find((one) => one.publicKey.equals(parseKey(rest[0] ?? "").publicKey));
      check(log && rest.length === 1, "policy: a refused key that is no log's");
      policy.refused.set(log, decimal(name, "index"));
    }
    if (!word || word.startsWith("#")) continue;
    if (word === "log") {
      policy.logs.push(add(name, [ED25519, ML_DSA_44], policy.logs, rest));
    } else if (word === "witness") {
      define(name);
      const [key, ...url] = rest;
      const others = [...policy.witnesses.values()];
      policy.witnesses.set(name, add(key, [COSIGNATURE, ML_DSA_44], others, url));
    } else if (word === "group") {
      define(name);
      const [k, ...names] = rest;
      for (const member of names) {
        check(isKnown(member) && !members.has(member), "policy: a member of a group");
        members.add(member);
      }
      const count = k === "any" ? 1n : k === "all" ? BigInt(names.length) : decimal(k ?? "", "group");
      check(count >= 1n && count <= BigInt(names.length), "policy: the number of a group");
      policy.groups.set(name, { count, names });
    } else {
      check(word === "quorum" && name && !rest.length, "policy: a line of another kind");
      check(policy.quorum === null && (name === "none" || isKnown(name)), "policy: the quorum");
      policy.quorum = name;
    }
  }
  check(policy.quorum !== null, "policy: no quorum");
  return policy;
}

/** Refuse unless a log of this origin signed a tree of that size and enough witnesses cosigned. */
export function requireQuorum(policy, origin, size, good) {
  const vouches = (log) => log.name === origin && size <= (policy.refused.get(log) ?? size);
  check(policy.logs.some((log) => vouches(log) && good.has(log)), "the log did not sign");
  const met = new Set(["none"]);
  for (const [name, key] of policy.witnesses) if (good.has(key)) met.add(name);
  const witnesses = met.size - 1;
  for (const [name, group] of policy.groups)
    if (BigInt(group.names.filter((one) => met.has(one)).length) >= group.count) met.add(name);
  check(met.has(policy.quorum), `too few witnesses: ${witnesses}`);
  return witnesses;
}
