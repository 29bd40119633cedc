/** One conversation at a terminal: typed lines become turns, replies become lines to print. */
import type { Choice, Reply } from '../../dialogs/content/words';
import type { Inbound } from '../channels/channel';
import { numberedTexts, sayAloud } from '../sayAloud';
import type { FrontDoor } from './frontDoor';
import { tapOn } from './taps';

export type ChatChannel = 'web' | 'sms' | 'whatsapp';

/** A turn as lines, a blank one after each message: by SMS the texts as they go out. */
function linesOf(replies: readonly Reply[], channel: ChatChannel): readonly string[] {
  if (channel !== 'sms') return replies.flatMap((reply) => [...bubbleLines(reply), '']);
  return numberedTexts(replies).flatMap((text) => [...text.split('\n'), '']);
}

/** A bubble as lines: buttons get numbers, because a terminal has none. */
function bubbleLines(reply: Reply): readonly string[] {
  const { text, choices, toGo, many } = sayAloud(reply);
  const buttons = choices.map(
    (choice, at) => `  [${at + 1}] ${choice.label}${choice.line === undefined ? '' : `. ${choice.line}`}`,
  );
  const how = many ? ['  (several: type their numbers, as 1,3)'] : [];
  return [...text.split('\n'), ...buttons, ...how, ...(toGo ? [`  (${toGo})`] : [])];
}

/** The choices meant by "2" or "1,3"; null when the line is not only numbers of choices there are. */
function choicesMeant(line: string, choices: readonly Choice[], many: boolean): readonly Choice[] | null {
  if (!/^\d{1,2}([ ,]+\d{1,2})*$/.test(line)) return null;
  const picked = line.split(/[ ,]+/).map((one) => choices[Number(one) - 1]);
  const found = picked.flatMap((one) => one ?? []);
  return found.length === picked.length && (many || found.length === 1) ? found : null;
}

/** What a typed line does: on a channel with buttons a button's number or label is a tap, unless the labels are numbers. */
export function whatOf(line: string, last: Reply | undefined, channel: ChatChannel): Inbound['what'] {
  const said = line.trim();
  if (channel === 'sms' || last === undefined) return { kind: 'text', text: said };
  const named = last.choices.filter((choice) => choice.label.toLowerCase() === said.toLowerCase());
  const tap = tapOn(named.length > 0 ? named : (choicesMeant(said, last.choices, last.many) ?? []));
  return tap === null ? { kind: 'text', text: said } : { kind: 'choice', ...tap };
}

/** The talk at one address. `take` gives the lines to print. */
export function openTalk(service: Pick<FrontDoor['service'], 'handleTurn'>, channel: ChatChannel) {
  let turns = 0;
  let last: Reply | undefined;
  const send = async (what: Inbound['what']): Promise<readonly string[]> => {
    turns += 1;
    const done = await service.handleTurn({ id: `chat-${turns}`, address: 'chat:terminal', channel, what });
    const replies = done.kind === 'done' ? done.turn.replies : done.replies;
    last = replies.findLast((reply) => reply.choices.length > 0) ?? last;
    return linesOf(replies, channel);
  };
  return {
    hello: () => send({ kind: 'hello' }),
    say: (line: string) => send(whatOf(line, last, channel)),
  };
}
