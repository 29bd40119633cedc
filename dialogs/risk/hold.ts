/** After a risk reply the intake stays stopped until a human says so; what they write is answered and kept for the team. */
import { part } from '../content/copy';
import { askFirst, type Draft, later, say, settle } from '../draft';
import type { Words } from './words';

/** The intake stays stopped until a human says so; what they write is added for the team. */
export function sayHold(d: Draft, heard: Words): void {
  const level = d.state.safety?.level ?? 'P1';
  noteAgain(d, heard);
  const category = d.state.safety?.category;
  if (category === 'domestic_abuse' || category === 'exploitation') {
    // somebody may be watching: is it safe comes first, every time
    askFirst(d, category === 'exploitation' ? 'rx1' : 'rda1');
    return;
  }
  say(d, part('W-HOLD', { by: d.world.team.replyBy[level].text }));
  settle(d);
}

/** Words after a risk reply go on the record for the team. */
export function noteAgain(d: Draft, heard: Words): void {
  const level = d.state.safety?.level ?? 'P1';
  if (!d.state.safety) return;
  later(
    d,
    'noteRiskAnswer',
    {
      riskId: d.state.safety?.riskId ?? '',
      category: d.state.safety?.category ?? 'suicide_thoughts',
      level,
      mode: d.state.contact,
      channel: d.world.channel,
      question: 'after',
      answer: 'words',
    },
    heard.text,
  );
}
