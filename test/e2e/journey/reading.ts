/** Our pages as plain text, for journeys without a browser: what is said, what can be pressed, and what a partner reads. */
import { ALWAYS_SAFE } from '../../../dialogs/content/partner';

const LETTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const words = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => LETTERS[name] ?? '');

const all = (html: string, pattern: RegExp): readonly string[] =>
  [...html.matchAll(pattern)].map((found) => words(found[1] ?? ''));

export interface TalkPage {
  readonly place: string;
  readonly nonce: string;
  /** every bubble, as "bot: What do you need?" */
  readonly bubbles: readonly string[];
  /** what can be pressed, or ticked: an id, a space and a label */
  readonly buttons: readonly string[];
  readonly ticks: readonly string[];
}

export function readTalk(html: string): TalkPage {
  const field = (name: string) => all(html, new RegExp(`name="${name}" value="([^"]*)"`, 'g'));
  const bubbles = [...html.matchAll(/<li class="(\w+)"[^>]*>([\s\S]*?)<\/li>/g)].map(
    ([, from, said]) => `${from}: ${words((said ?? '').replace(/<span class="(?:unseen|who)">.*?<\/span>/, ''))}`,
  );
  const [place = '', nonce = ''] = [field('place')[0], field('nonce')[0]];
  return { place, nonce, bubbles, buttons: field('choice'), ticks: field('pick') };
}

/** "Name: Maya" of each line in a box. */
export const linesIn = (box: string): readonly string[] =>
  box.split('\n').flatMap((line) => (/^[A-Z][a-z ]+: /.test(line) && !line.startsWith('WIN:') ? [line] : []));

/** The same of a partner's page: the safe rules that are this person's own, and every row. */
export function partnerLinesIn(html: string): readonly string[] {
  const careful = /<section class="careful"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '';
  const rules = all(careful, /<li>([\s\S]*?)<\/li>/g);
  const labels = all(html, /<dt>([\s\S]*?)<\/dt>/g);
  const values = all(html, /<dd>([\s\S]*?)<\/dd>/g);
  const rows = labels.map((label, n) => `${label}: ${values[n]}`);
  return [...rows, ...rules.filter((rule) => !ALWAYS_SAFE.includes(rule))];
}
