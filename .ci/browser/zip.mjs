// What is in a zip archive (a Word file is one): entries(bytes) gives a Map from name to bytes. Reads the directory at the end, as every
// reader of such files does, so that a file with a broken directory fails here too.
import { inflateRawSync } from 'node:zlib';

export function entries(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('no end of a zip directory');
  const out = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error(`no entry of the directory at ${at}`);
    const method = bytes.readUInt16LE(at + 10), size = bytes.readUInt32LE(at + 20), whole = bytes.readUInt32LE(at + 24);
    const [name, extra, comment, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = method === 0 ? bytes.subarray(data, data + size) : inflateRawSync(bytes.subarray(data, data + size));
    if (body.length !== whole) throw new Error('an entry of another length than the directory says');
    out.set(bytes.toString('utf8', at + 46, at + 46 + name), body);
    at += 46 + name + extra + comment;
  }
  return out;
}
