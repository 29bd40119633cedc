/** Plays one test person closed loop: reads which question is on the table and answers in that person's own words. */
import { kindAsked, type Persona } from './personas';
import type { Played, Playing } from './playOne';

/** They would have left by then: the same kind of question put this often, or this many that lead nowhere. */
const PATIENCE = 4;
const PATIENCE_OTHER = 8;
const MOST_TURNS = 36;
const ENDS: ReadonlySet<string> = new Set(['done', 'stopped', 'held', 'paused']);

export interface PersonPlayed extends Omit<Played, 'id'> {
  readonly persona: Persona;
  readonly turns: number;
  /** the kind of each question they answered, in order */
  readonly kinds: readonly string[];
  readonly gaveUp: boolean;
}

/** The words of one person, each way of putting it used once before the last is said again. */
function voiceOf(persona: Persona) {
  const used = new Map<string, number>();
  const asidesDone = new Set<number>();
  return (kind: string): string => {
    const aside = persona.asides.findIndex((one, at) => one.after === kind && !asidesDone.has(at));
    const said = persona.asides[aside];
    if (said) {
      asidesDone.add(aside);
      return said.text;
    }
    const phrases = persona.says[kind] ?? [];
    const at = used.get(kind) ?? 0;
    used.set(kind, at + 1);
    return phrases[Math.min(at, phrases.length - 1)] ?? (kind === 'confirm' ? 'yes' : 'skip');
  };
}

/** What is on the table, from all that was said since they last spoke. */
function kindNow(playing: Playing): string {
  const at = playing.transcript.map((one) => one.from).lastIndexOf('person');
  const said = playing.transcript.slice(at + 1);
  const asking = said.flatMap((one) => one.asking ?? []).at(-1) ?? null;
  return kindAsked(
    asking,
    said.flatMap((one) => one.messageIds),
  );
}

/** Plays to an end, or until they would have left, or for 36 turns. */
export async function playPerson(persona: Persona, playing: Playing): Promise<PersonPlayed> {
  const voice = voiceOf(persona);
  const kinds: string[] = [];
  let turns = 0;
  let gaveUp = false;
  const say = async (text: string) => {
    turns += 1;
    await playing.say(text);
  };
  if (persona.channel !== 'web' || persona.opens) await say(persona.opens || 'hi');
  for (let step = 0; step < MOST_TURNS; step += 1) {
    const { stage, referrals } = await playing.outcome();
    if (ENDS.has(stage) || referrals.length > 0) break;
    const kind = kindNow(playing);
    kinds.push(kind);
    const text = voice(kind);
    const times = kinds.filter((one) => one === kind).length;
    const most = kind === 'other' ? PATIENCE_OTHER : PATIENCE;
    if (kind !== 'needMore' && kind !== 'riskSafe' && times >= most) {
      gaveUp = true;
      break;
    }
    await say(text);
  }
  return { persona, turns, kinds, gaveUp, transcript: playing.transcript, outcome: await playing.outcome() };
}
