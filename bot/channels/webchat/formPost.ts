/** What a plain form sent: who is talking, and what they pressed, ticked or wrote. */
import { createHash } from 'node:crypto';
import type { Inbound } from '../channel';
import { cleanText, LONGEST_TEXT } from './inbound';

export interface FormPost {
  readonly place: string;
  /** from the page, so a double submit or a reload repeats the same ids */
  readonly nonce: string;
  /** what they did, with an id made of the nonce and of what it was; null when nothing */
  readonly said: { readonly clientId: string; readonly what: Inbound['what'] } | null;
  /** what was written, to give back when it could not be kept */
  readonly draft: string;
}

/** A button's value is the choice's id, a space and its label. */
function readChoice(value: string): { readonly id: string; readonly label: string } {
  const at = value.indexOf(' ');
  return at < 0 ? { id: value, label: value } : { id: value.slice(0, at), label: value.slice(at + 1) };
}

function choiceOf(values: readonly string[]): Extract<Inbound['what'], { kind: 'choice' }> {
  const picks = values.slice(0, 30).map((value) => readChoice(cleanText(value).slice(0, 300)));
  return { kind: 'choice', id: picks.map((p) => p.id).join(','), label: picks.map((p) => p.label).join(', ') };
}

/** The buttons that are words of their own, as the taps every channel can offer. */
const WAYS: Readonly<Record<string, string>> = {
  Skip: 'command~skip',
  Back: 'command~back',
  Pause: 'command~pause',
  'Talk to a person': 'command~human',
};

/** What they did with the form, in one: words are never left behind, whatever was pressed beside them. */
function whatOf(form: URLSearchParams, words: string): Inbound['what'] | null {
  const pressed = form.get('choice') ?? '';
  const say = cleanText((form.get('say') ?? '').slice(0, 60));
  const picks = form.getAll('pick').filter((pick) => pick !== '');
  const way = WAYS[say];
  const choice =
    pressed !== ''
      ? choiceOf([pressed])
      : say !== ''
        ? way === undefined || words === ''
          ? null
          : ({ kind: 'choice', id: way, label: say } as const)
        : picks.length > 0
          ? choiceOf(picks)
          : null;
  if (choice !== null) return words === '' ? choice : { ...choice, beside: words };
  const text = words || say;
  return text === '' ? null : { kind: 'text', text };
}

/** The id of one press: the same page, buttons and words are the same message; other words are another. */
function pressId(nonce: string, what: Inbound['what']): string {
  const mark = createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 12);
  return `${nonce}-${mark}`;
}

/** Reads the form; null when it did not come from our page. */
export function readFormPost(body: string): FormPost | null {
  const form = new URLSearchParams(body);
  const nonce = form.get('nonce') ?? '';
  if (!/^[\w-]{8,64}$/.test(nonce)) return null;
  const place = form.get('place') ?? '';
  const draft = cleanText((form.get('text') ?? '').slice(0, LONGEST_TEXT));
  const what = whatOf(form, draft);
  return { place, nonce, draft, said: what === null ? null : { clientId: pressId(nonce, what), what } };
}
