/** What a plain form sent: who is talking, and what they pressed, ticked or wrote. */
import type { Inbound } from '../channel';
import { cleanText, LONGEST_TEXT } from './inbound';

export interface FormPost {
  readonly place: string;
  /** from the page, so a double submit or a reload repeats the same ids */
  readonly nonce: string;
  /** what they did, in order; ids made from the nonce */
  readonly said: readonly { readonly clientId: string; readonly what: Inbound['what'] }[];
  /** what was written, to give back when it could not be kept */
  readonly draft: string;
}

/** A button's value is the choice's id, a space and its label. */
function readChoice(value: string): { readonly id: string; readonly label: string } {
  const at = value.indexOf(' ');
  return at < 0 ? { id: value, label: value } : { id: value.slice(0, at), label: value.slice(at + 1) };
}

function choiceOf(values: readonly string[]): Inbound['what'] {
  const picks = values.slice(0, 30).map((value) => readChoice(cleanText(value).slice(0, 300)));
  return { kind: 'choice', id: picks.map((p) => p.id).join(','), label: picks.map((p) => p.label).join(', ') };
}

/** Reads the form; null when it did not come from our page. Ticks and words may come together: ticks count first. */
export function readFormPost(body: string): FormPost | null {
  const form = new URLSearchParams(body);
  const nonce = form.get('nonce') ?? '';
  if (!/^[\w-]{8,64}$/.test(nonce)) return null;
  const place = form.get('place') ?? '';
  const draft = cleanText((form.get('text') ?? '').slice(0, LONGEST_TEXT));
  const pressed = form.get('choice');
  const say = cleanText((form.get('say') ?? '').slice(0, 60));
  const picks = form.getAll('pick').filter((pick) => pick !== '');

  if (pressed !== null && pressed !== '') {
    return { place, nonce, draft, said: [{ clientId: nonce, what: choiceOf([pressed]) }] };
  }
  if (say !== '') return { place, nonce, draft, said: [{ clientId: nonce, what: { kind: 'text', text: say } }] };
  const ticked = picks.length === 0 ? [] : [{ clientId: `${nonce}-p`, what: choiceOf(picks) }];
  const wrote = draft === '' ? [] : [{ clientId: nonce, what: { kind: 'text' as const, text: draft } }];
  return { place, nonce, draft, said: [...ticked, ...wrote] };
}
