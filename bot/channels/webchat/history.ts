/** Reads what a browser has not seen yet. A watermark is the number of the last item seen, so a restart loses nothing. */
import { createHash } from 'node:crypto';
import type { Watching } from '../../../services/conversation/watch';
import type { Conversations, TranscriptFound } from '../channel';
import { type Activity, activitiesOf, type View } from './activities';
import { webAddress } from './deps';

/** How far somebody has read. `tag` names the conversation when this one was moved to another. */
export interface Mark {
  readonly item: number;
  readonly tag: string;
}

export type Unseen =
  | { readonly kind: 'found'; readonly activities: readonly Activity[]; readonly mark: Mark; readonly more: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'storeDown' };

const TURNS_A_SET = 30;

/** Reads a watermark we gave out; empty, `-` or rubbish means from the start. */
export function readMark(watermark: string | null | undefined): Mark {
  const found = /^(\d{1,9})(?:\.([a-z0-9]{1,8}))?$/.exec(watermark ?? '');
  return { item: Number(found?.[1] ?? 0), tag: found?.[2] ?? '' };
}

/** The watermark as text; nothing in it needs escaping in an address, because clients do not escape it. */
export function writeMark(mark: Mark): string {
  return mark.tag === '' ? String(mark.item) : `${mark.item}.${mark.tag}`;
}

/** Names the conversation an address continues; empty for its own. */
export function tagOf(address: string, conversationId: string | undefined): string {
  if (conversationId === undefined || webAddress(conversationId) === address) return '';
  return createHash('sha256').update(conversationId).digest('hex').slice(0, 6);
}

function moved(found: TranscriptFound, tag: string, mark: Mark): boolean {
  // a mark past the end, or of another conversation, cannot be used: begin where this address joined
  return mark.item > 0 && ((mark.tag !== '' && tag !== mark.tag) || mark.item > found.items);
}

/** What comes after `mark` in this conversation, a set at a time. */
export async function readUnseen(
  conversations: Conversations,
  who: Omit<View, 'tag'>,
  mark: Mark,
  page?: Watching,
): Promise<Unseen> {
  const address = webAddress(who.conversationId);
  const first = await conversations.transcript(address, mark.item, TURNS_A_SET, page);
  if (first.kind !== 'found') return first;
  const tag = tagOf(address, first.conversationId);
  const start = first.start ?? 0;
  const from = moved(first, tag, mark) ? start : Math.max(start, mark.item);
  const found = from === mark.item ? first : await conversations.transcript(address, from, TURNS_A_SET, page);
  if (found.kind !== 'found') return found;
  const view = { ...who, tag };
  const last = found.turns.at(-1);
  return {
    kind: 'found',
    activities: found.turns.flatMap((turn) => activitiesOf(turn, view, from)),
    mark: { item: last === undefined ? from : last.firstItem + last.items - 1, tag },
    more: found.turns.length === TURNS_A_SET,
  };
}
