/** A keeper of files on records in memory, with a clock that stands still and a carrier that does as it is told. */
import { createHash } from 'node:crypto';
import { createMedia, type MediaAudit } from '../../../services/media/media';
import type { Fetched, MediaSource } from '../../../services/media/source';
import { type MediaFile, type MediaPart, media, mediaParts } from '../../../services/store/collections/media';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { Records } from '../../../services/store/ports';

export const hour = 60 * 60 * 1000;
export const NOON = Date.parse('2026-11-24T12:00:00Z');
export const advisor = { staffId: 'staff-1', role: 'advisor' };
export const voiceNote = { at: 'https://api.twilio.com/MediaOf447700900123', contentType: 'audio/ogg; codecs=opus' };
export const photo = { at: 'https://api.twilio.com/PhotoOf447700900123', contentType: 'image/jpeg' };
export const got = (bytes: Buffer, contentType = 'audio/ogg'): Fetched => ({ kind: 'got', bytes, contentType });

interface Stores {
  readonly files: Records<MediaFile>;
  readonly parts: Records<MediaPart>;
}

export function aKeeper(stores?: Stores) {
  const clock = { now: NOON };
  const files = stores?.files ?? createMemoryRecords<MediaFile>(media);
  const parts = stores?.parts ?? createMemoryRecords<MediaPart>(mediaParts);
  const audits: MediaAudit[] = [];
  const logs: string[] = [];
  const carrier = {
    asked: 0,
    removed: [] as string[],
    answer: got(Buffer.from('a quiet voice')) as Fetched,
    removes: true,
    /** what happens while a file is on its way */
    meanwhile: async () => {},
  };
  const source: MediaSource = {
    async fetch() {
      carrier.asked += 1;
      await carrier.meanwhile();
      return carrier.answer;
    },
    async remove(at) {
      if (carrier.removes) carrier.removed.push(at);
      return carrier.removes;
    },
  };
  const keeper = createMedia({
    media: files,
    parts,
    sources: new Map([['twilio', source]]),
    hash: (purpose, value) => createHash('sha256').update(`${purpose}|${value}`).digest('base64url'),
    audit: async (entry) => void audits.push(entry),
    now: () => clock.now,
    log: (event, facts) => logs.push(JSON.stringify({ event, ...facts })),
  });
  const pieces = () => parts.find({}, 1_000);
  const only = async () => {
    const [file, ...others] = await keeper.of('talk-1');
    if (!file || others.length > 0) throw new Error('There is not one file');
    return file;
  };
  return { clock, files, parts, audits, logs, carrier, keeper, pieces, only };
}
