/**
 * A person of the team in the thread: who is there, what they say, and what the bot may do meanwhile. It is silent but for
 * fixed words to danger; a stop, a leaving and a code word end the holding first, for they are the person's own way out.
 */
import type { Catalogue } from './catalogue/question';
import { part } from './content/copy';
import { bubble, type Draft, put, say, settle } from './draft';
import { nextInJourney } from './journey';
import { giveNothingAway, leaveQuietly, stopForGood, tellHolder } from './leaving';
import { saysStop } from './listen/ownReading';
import { hearDanger } from './risk/hearDanger';
import type { Words } from './risk/words';
import type { CallAgreed, Happening, Said, ThreadHeld } from './types';

/** Somebody who wrote within this long is there, and is told who has come. */
const THERE_MS = 60 * 60 * 1000;

/** They left, or somebody came in: until they write again nothing is said, for another may have the phone. */
export const isAway = ({ state }: Draft): boolean =>
  state.left || state.locked || state.agenda.includes('returnSafe') || state.agenda.includes('okTime');

/** An older claim than one we know of, or another's thread: it has no say here any more. */
export function isPast({ state }: Draft, { id, claim }: ThreadHeld): boolean {
  const known = state.thread;
  if (known === null) return false;
  return known.id === id ? claim < known.claim : state.mode === 'advisor';
}

/** What they said or did while one of us holds the thread. The bot answers danger, and nothing else. */
export function hearBesideAdvisor(d: Draft, said: Exclude<Said, { kind: 'happened' }>, control: string): void {
  if (said.kind === 'hello') {
    settle(d);
    return;
  }
  tellHolder(d, 'heard');
  if (said.kind === 'text' && said.isCodeWord) {
    d.hideSaid = true;
    giveNothingAway(d, 'code word');
    return;
  }
  if (said.kind === 'choice') {
    if (said.beside !== undefined && hearDanger(d, said.beside)) return;
    if (said.id === `${control}stop`) {
      stopForGood(d);
      return;
    }
    settle(d);
    return;
  }
  const words: Words = said.kind === 'media' ? { text: said.caption, reading: said.reading } : said;
  if (hearDanger(d, words)) return;
  const { command, moments } = words.reading;
  if (moments.includes('someone_coming')) {
    leaveQuietly(d);
    return;
  }
  if (command === 'wrong_number') {
    giveNothingAway(d, 'wrong number');
    return;
  }
  if (command === 'stop' || saysStop(words.text)) {
    stopForGood(d);
    return;
  }
  settle(d);
}

/** One of us has it. Somebody who is there is told in the same write; anybody else hears it with the first words. */
export function handoffAccepted(d: Draft, event: Extract<Happening, { name: 'handoffAccepted' }>): void {
  const { person, minutes, thread } = event;
  const open = d.state.contact === 'OPEN';
  if (thread === undefined) {
    // a hub of advisors elsewhere: after STOP nothing is said, in quiet mode only what the person says themselves is
    if (open)
      say(
        d,
        d.state.mode === 'waiting' ? part('W-JOINED', { person }) : part('X24', { person, mins: String(minutes) }),
      );
    put(d, { mode: 'advisor' });
    settle(d);
    return;
  }
  if (isPast(d, thread)) {
    settle(d);
    return;
  }
  put(d, { thread });
  const there = d.state.mode === 'waiting' || d.world.now.at - d.state.lastHeardAt <= THERE_MS;
  if (open && !isAway(d) && (there || d.state.mode === 'advisor')) {
    say(d, part('W-JOINED', { person }));
    put(d, { mode: 'advisor', paused: false });
  }
  settle(d);
}

/** What one of us wrote. Refused, with nothing said, after STOP, while they are away, and from anybody whose thread it is not. */
export function advisorWrote(d: Draft, event: Extract<Happening, { name: 'advisorWrote' }>): void {
  const { person, words, thread } = event;
  if (d.state.contact === 'STOPPED' || isAway(d) || isPast(d, thread)) {
    settle(d);
    return;
  }
  if (d.state.mode !== 'advisor' || d.state.thread?.id !== thread.id) say(d, part('W-JOINED', { person }));
  d.replies.push({ ...bubble(d.world, [part('W-SAYS', { words })], [], false, 0), from: 'advisor' });
  put(d, { mode: 'advisor', thread, paused: false });
  tellHolder(d, 'said');
  settle(d);
}

/** Whoever was there is gone, and the team is asked again: told at once, and only what is so. */
export function handoffReleased(d: Draft, event: Extract<Happening, { name: 'handoffReleased' }>): void {
  const { person, thread } = event;
  if (isPast(d, thread)) {
    settle(d);
    return;
  }
  const told = d.state.mode === 'advisor';
  // what they still send is past from here on
  put(d, { thread: { ...thread, claim: thread.claim + 1 } });
  if (!told) {
    settle(d);
    return;
  }
  const { team } = d.world;
  put(d, { mode: team.open ? 'waiting' : 'bot' });
  if (d.state.contact === 'OPEN') {
    say(d, part('W-STEPPED-AWAY', { person }));
    if (!team.open) say(d, part('X25', { open: team.opens }));
  }
  settle(d);
}

/** They were told that somebody comes, and nobody could: they hear that, and the number. */
export function handoffLate(d: Draft): void {
  if (d.state.mode !== 'waiting') {
    settle(d);
    return;
  }
  const { team, settings } = d.world;
  if (!team.open) put(d, { mode: 'bot' });
  if (d.state.contact === 'OPEN')
    say(d, team.open ? part('W-NOBODY-YET', { phone: settings.phone }) : part('X25', { open: team.opens }));
  settle(d);
}

/** What was agreed at the end of a talk; nothing is still to come otherwise. */
function callAgreed({
  thread,
  person = '',
  how,
  by = 0,
}: Extract<Happening, { name: 'handoffEnded' }>): CallAgreed | null {
  return how === 'callback' && thread !== undefined ? { id: thread.id, person, by, from: null } : null;
}

/** The advisor lets the thread go: said, and the questions go on where they were when that is what was agreed. */
export function handoffEnded(
  d: Draft,
  event: Extract<Happening, { name: 'handoffEnded' }>,
  catalogue: Catalogue,
): void {
  const { thread, person = '', how = 'goesOn', by = 0 } = event;
  if (thread !== undefined && isPast(d, thread)) {
    settle(d);
    return;
  }
  const told = d.state.mode === 'advisor';
  const quiet = d.state.contact !== 'OPEN';
  put(d, { mode: 'bot', handoff: null, call: callAgreed(event) });
  if (thread === undefined) {
    if (quiet) {
      settle(d);
      return;
    }
    say(d, part('W-AGAIN'));
    return;
  }
  const { phone } = d.world.settings;
  if (how !== 'goesOn') {
    if (told && !quiet)
      say(
        d,
        how === 'callback'
          ? part('W-CALL-AGREED', { person, by: d.world.sayBy(by), phone })
          : part('W-TALK-ENDED', { person }),
      );
    settle(d);
    return;
  }
  const { safety } = d.state;
  // a human says that the questions may go on (guide.md 2.1)
  put(d, { safety: safety && { ...safety, holds: false }, paused: false, agenda: [], asked: null });
  if (nextInJourney(d, catalogue) === null) {
    put(d, { mode: 'finished' });
    if (told && !quiet) say(d, part('W-TALK-ENDED', { person }));
    settle(d);
    return;
  }
  if (quiet || !told) {
    settle(d);
    return;
  }
  say(d, part('W-HANDED-BACK', { person }));
}
