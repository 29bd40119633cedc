/** What each kind of phone can show, as laws a rendered message must keep; written apart from the renderers on purpose. */
import { segmentsOf } from '../../../bot/render';
import { outgoing } from '../../../services/contact/carrier';
import type { PhoneKind } from '../../../services/store/collections/carriers';

const over = (text: string, most: number) => [...text].length > most;

/** The limits this message breaks, in words; none is good. Sources: guide.md 3.2; channel-contracts 3.9, 4 and 9. */
export function brokenLimits(kind: PhoneKind, message: unknown): readonly string[] {
  const read = outgoing.safeParse(message);
  if (!read.success) return ['this is not an Outgoing'];
  const one = read.data;
  const broken: string[] = [];
  const law = (name: string, bad: boolean) => {
    if (bad) broken.push(name);
  };
  if (one.kind === 'template') return ['a renderer never makes a template'];
  law('blank', one.text.trim() === '');
  if (kind === 'sms') {
    law('only text by SMS', one.kind !== 'text');
    law('two parts at most', segmentsOf(one.text).segments > 2);
    return broken;
  }
  if (one.kind === 'text') law('a text of 1600', over(one.text, 1600));
  if (one.kind === 'buttons') {
    law('a body of 1024', over(one.text, 1024));
    law('three buttons', one.buttons.length > 3);
    law(
      'button titles of 20',
      one.buttons.some(({ title }) => over(title, 20) || title.trim() === ''),
    );
    law('button titles differ', new Set(one.buttons.map(({ title }) => title)).size < one.buttons.length);
    law(
      'button ids of 256',
      one.buttons.some(({ id }) => over(id, 256) || id.trim() !== id || id === ''),
    );
  }
  if (one.kind === 'list') {
    law('a body of 1024', over(one.text, 1024));
    law('an open label of 20', over(one.open, 20));
    law('ten rows', one.rows.length > 10);
    law(
      'row titles of 24',
      one.rows.some(({ title }) => over(title, 24) || title.trim() === ''),
    );
    law(
      'row ids of 200',
      one.rows.some(({ id }) => over(id, 200) || id.trim() !== id || id === ''),
    );
    law(
      'descriptions of 72',
      one.rows.some(({ description }) => over(description ?? '', 72)),
    );
  }
  return broken;
}

/** Everything a message lets a person read. */
export function readable(message: unknown): string {
  const one = outgoing.parse(message);
  if (one.kind === 'template') return '';
  if (one.kind === 'text') return one.text;
  if (one.kind === 'buttons') return [one.text, ...one.buttons.map(({ title }) => title)].join('\n');
  return [one.text, ...one.rows.map(({ title, description }) => description ?? title)].join('\n');
}
