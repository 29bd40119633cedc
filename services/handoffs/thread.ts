/** The talk as the person saw it, item by item, with what became of each of ours on its way to a phone. */
import { textOf } from '../../dialogs/content/copy';
import type { OutgoingMessage } from '../store/collections/phone';
import type { TurnRecord } from '../store/ports';

export interface ThreadItem {
  /** its number in the talk, from 1: the same for ever */
  readonly item: number;
  /** ms since 1970 */
  readonly at: number;
  readonly from: 'person' | 'bot' | 'advisor';
  readonly text: string;
  /** what they could pick */
  readonly choices: readonly string[];
  /** of what went to a phone; null where a page shows it by itself */
  readonly delivery: OutgoingMessage['state'] | null;
  /** for the safeguarding lead alone: its words are not here */
  readonly withheld: boolean;
}

/** A worry about us is told in these turns: whoever it may be about does not read it. */
const forLead: ReadonlySet<string> = new Set(['X29', 'W-LEAD']);

/** The states a message goes through, the least far first: of several, the one furthest behind counts. */
const behind: readonly OutgoingMessage['state'][] = [
  'failed',
  'dropped',
  'held',
  'waiting',
  'sending',
  'unsure',
  'sent',
  'delivered',
  'read',
];

function deliveryOf(turn: TurnRecord, outgoing: readonly OutgoingMessage[]): ThreadItem['delivery'] {
  const mine = outgoing.filter(({ at, n }) => at === turn.at && Math.floor(n / 100) === turn.firstItem);
  const places = mine.map(({ state }) => behind.indexOf(state));
  return places.length === 0 ? null : (behind[Math.min(...places)] ?? null);
}

/** The items of these turns, oldest first. */
export function itemsOf(
  turns: readonly TurnRecord[],
  outgoing: readonly OutgoingMessage[],
  isLead: boolean,
): readonly ThreadItem[] {
  return turns.flatMap((turn) => {
    const withheld = !isLead && turn.messageIds.some((id) => forLead.has(id));
    const show = (text: string) => (withheld ? '' : text);
    const delivery = deliveryOf(turn, outgoing);
    const said: readonly ThreadItem[] =
      turn.said === null
        ? []
        : [
            {
              item: turn.firstItem,
              at: turn.at,
              from: 'person',
              text: show(turn.said),
              choices: [],
              delivery: null,
              withheld,
            },
          ];
    const ours = turn.replies.map(
      (reply, n): ThreadItem => ({
        item: turn.firstItem + said.length + n,
        at: turn.at,
        from: reply.from,
        text: show(textOf(reply)),
        choices: withheld ? [] : reply.choices.map(({ label }) => label),
        delivery,
        withheld,
      }),
    );
    return [...said, ...ours];
  });
}
