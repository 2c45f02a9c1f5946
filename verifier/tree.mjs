// Merkle tree hashing and inclusion proofs: RFC 9162 sections 2.1.1 and 2.1.3.2.
import { createHash } from "node:crypto";

const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const EMPTY_ROOT = sha256();
export const leafHash = (entry) => sha256(Buffer.of(0), entry);
export const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

/** The root of a growing tree: `peaks` holds one complete subtree per set bit of the size. */
export class Growing {
  size = 0n;
  peaks = [];

  add(hash) {
    // Each trailing one bit of the size is a complete subtree that this leaf joins.
    for (let rest = this.size; rest & 1n; rest >>= 1n) hash = nodeHash(this.peaks.pop(), hash);
    this.peaks.push(hash);
    this.size += 1n;
  }

  root() {
    if (!this.peaks.length) return EMPTY_ROOT;
    return this.peaks.reduceRight((lower, higher) => nodeHash(higher, lower));
  }
}

/** Whether a leaf stands at `index` of the tree of `size` leaves (BigInt both) with this root. */
export function isIncluded(leaf, index, size, proof, root) {
  if (index >= size) return false;
  let fn = index;
  let sn = size - 1n;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0n) return false;
    if (fn & 1n || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn !== 0n && !(fn & 1n)) {
        fn >>= 1n;
        sn >>= 1n;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn >>= 1n;
    sn >>= 1n;
  }
  return sn === 0n && hash.equals(root);
}
