/** Two tiny files a stand-in phone can send: a voice note with no voice in it, and a photo of one dot. */
import { createHash } from 'node:crypto';

export interface TinyFile {
  readonly contentType: string;
  readonly bytes: Buffer;
  /** of the bytes, in hex */
  readonly sha256: string;
}

/** One page of an Ogg stream (RFC 3533): enough for whoever looks at the first bytes. */
function emptyOgg(): Buffer {
  const head = Buffer.alloc(27);
  head.write('OggS', 0, 'latin1');
  // the first page of its stream, with one segment that holds the Opus head (RFC 7845, 5.1)
  head.writeUInt8(2, 5);
  head.writeUInt8(1, 26);
  const opus = Buffer.alloc(19);
  opus.write('OpusHead', 0, 'latin1');
  opus.writeUInt8(1, 8);
  opus.writeUInt8(1, 9);
  opus.writeUInt32LE(48_000, 12);
  return Buffer.concat([head, Buffer.from([opus.length]), opus]);
}

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==';

const made = (contentType: string, bytes: Buffer): TinyFile => ({
  contentType,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

export const TINY_FILES = {
  voice: made('audio/ogg', emptyOgg()),
  photo: made('image/png', Buffer.from(DOT, 'base64')),
} as const;
