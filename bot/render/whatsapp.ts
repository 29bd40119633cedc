/** Buttons and lists where they hold every word, numbered text where they would cut one (Meta Cloud API; channel-contracts 4). */
import { seeChoicesText, textOf } from '../../dialogs/content/copy';
import { numberedLines, numbersOf } from '../../dialogs/content/numbers';
import type { Choice, Reply } from '../../dialogs/content/words';
import type { Outgoing } from '../../services/contact/carrier';
import { splitToFit } from './split';

/** Lengths in UTF-16 units, which is never fewer than WhatsApp counts. */
const BUTTONS = { most: 3, title: 20, id: 256 };
const LIST = { most: 10, title: 24, description: 72, id: 200 };
const BODY = 1_024;
/** Meta takes 4,096 and Twilio 1,600; the same message may go by either */
const TEXT = 1_600;

type Row = Extract<Outgoing, { kind: 'list' }>['rows'][number];

const fitsText = (text: string) => text.length <= TEXT;
const fitsBody = (text: string) => text.length <= BODY;

/** Ids with spaces at their ends are refused by Meta, and so are two buttons that read the same. */
function canBeTapped(choices: readonly Choice[], longestId: number): boolean {
  const ids = choices.map((choice) => choice.id);
  const labels = choices.map((choice) => choice.label.trim().toLowerCase());
  const usable = ids.every((id) => id !== '' && id === id.trim() && id.length <= longestId);
  const different = new Set(ids).size === ids.length && new Set(labels).size === labels.length;
  return usable && different && labels.every((label) => label !== '');
}

function asButtons(choices: readonly Choice[]): Extract<Outgoing, { kind: 'buttons' }>['buttons'] | null {
  const buttons = choices.map(({ id, label }) => ({ id, title: label.trim() }));
  const fit = buttons.length <= BUTTONS.most && buttons.every(({ title }) => title.length <= BUTTONS.title);
  return fit && canBeTapped(choices, BUTTONS.id) ? buttons : null;
}

/** A label too long for a title goes whole under its first words; where those would read as another row's, under its number. */
function asRow({ id, label }: Choice, number: string, taken: ReadonlySet<string>): Row {
  const whole = label.trim();
  if (whole.length <= LIST.title) return { id, title: whole };
  const [first = ''] = splitToFit(whole, (text) => text.length <= LIST.title);
  const title = taken.has(first.toLowerCase()) ? number : first;
  return { id, title, description: whole };
}

function asRows(choices: readonly Choice[]): readonly Row[] | null {
  if (choices.length > LIST.most || !canBeTapped(choices, LIST.id)) return null;
  if (choices.some(({ label }) => label.trim().length > LIST.description)) return null;
  const numbers = numbersOf(choices);
  const taken = new Set<string>();
  return choices.map((choice, at) => {
    const row = asRow(choice, numbers[at] ?? String(at + 1), taken);
    taken.add(row.title.toLowerCase());
    return row;
  });
}

/** What is said about a choice has no room in a row: it stands above, under the number that is understood too. */
function withLines(text: string, choices: readonly Choice[]): string {
  const numbers = numbersOf(choices);
  const lines = choices.flatMap(({ label, line }, at) =>
    line === undefined ? [] : [`${numbers[at] ?? ''} ${label}. ${line}`.trim()],
  );
  return [text, ...lines].filter(Boolean).join('\n\n');
}

const texts = (pieces: readonly string[]): readonly Outgoing[] => pieces.map((text) => ({ kind: 'text', text }));

function renderReply(reply: Reply): readonly Outgoing[] {
  const { choices } = reply;
  const text = withLines(textOf(reply).trim(), choices);
  if (choices.length === 0) return texts(splitToFit(text, fitsText));
  // a tap picks one: where several may be picked, their numbers are typed
  if (text !== '' && !reply.many) {
    const pieces = fitsBody(text) ? [text] : splitToFit(text, fitsBody);
    const body = pieces.at(-1) ?? text;
    const before = texts(pieces.slice(0, -1));
    const buttons = asButtons(choices);
    if (buttons !== null) return [...before, { kind: 'buttons', text: body, buttons }];
    const rows = asRows(choices);
    if (rows !== null) return [...before, { kind: 'list', text: body, open: seeChoicesText(), rows: [...rows] }];
  }
  const lines = numberedLines(choices).join('\n');
  const whole = [text, lines].filter(Boolean).join('\n');
  if (fitsText(whole)) return texts([whole].filter(Boolean));
  return texts([...splitToFit(text, fitsText), ...splitToFit(lines, fitsText)]);
}

/** One message a reply; more only where the words of one do not fit. */
export function renderWhatsApp(replies: readonly Reply[]): readonly Outgoing[] {
  return replies.flatMap(renderReply);
}
