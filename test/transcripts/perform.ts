/** Plays a written conversation through the engine and writes down what was said and done. */
import { textOf, toGoText } from '../../dialogs/content/copy';
import type { Reply } from '../../dialogs/content/words';
import { newConversation } from '../../dialogs/newConversation';
import { takeTurn } from '../../dialogs/turn/takeTurn';
import type { ChannelKind, ConversationState, Effect, Happening, Said, Turn } from '../../dialogs/types';
import { OFFICE_ROTA } from '../../services/calendar/team';
import { sampleSettings, worldAt } from '../../services/calendar/world';
import { repliesWithoutStore } from '../../services/conversation/replies';
import { sampleSnapshot } from '../../services/directory/sample/sampleDirectory';
import { match } from '../../services/routing/match';
import { createReader, type Reader } from '../../services/understanding/read';

const sample = sampleSnapshot('2026-11-24');
const fast = createReader();

interface Script {
  readonly title: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
}

/** Splits a golden file into its heading, its settings and what people do; what we said before is thrown away. */
export function parseScript(source: string): Script {
  const lines = source.split('\n');
  const title = lines.filter((line) => line.startsWith('#'));
  const settings: Record<string, string> = {};
  for (const line of lines) {
    const found = /^(channel|now|team|directory|equality): (.+)$/.exec(line);
    if (found?.[1] !== undefined && found[2] !== undefined) settings[found[1]] = found[2].trim();
  }
  return { title, settings, steps: lines.filter((line) => line.startsWith('> ') || line.startsWith('@ ')) };
}

const durations: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Everything one performance needs and changes. */
interface Stage {
  state: ConversationState;
  now: number;
  turn: number;
  down: boolean;
  last: readonly Reply[];
  readonly channel: ChannelKind;
  readonly script: Script;
  readonly said: Set<string>;
  readonly read: Reader;
}

function think(stage: Stage, said: Said): Turn {
  stage.turn += 1;
  const { settings } = stage.script;
  const duty = /^(\w+) in (\d+)$/.exec(settings['team'] ?? '');
  const rota = { ...OFFICE_ROTA, onDuty: duty ? { name: duty[1] ?? '', minutes: Number(duty[2]) } : null };
  const world = worldAt({
    now: new Date(stage.now),
    channel: stage.channel,
    settings: {
      ...sampleSettings,
      askOrientation: settings['equality'] === 'all',
      askFaith: settings['equality'] === 'all',
    },
    seed: `seed${String(stage.turn).padStart(12, '0')}`,
    match: (query, today) => match(settings['directory'] === 'empty' ? { offers: [] } : sample, query, today),
    rota,
    ...(stage.channel === 'sms' || stage.channel === 'whatsapp' ? { number: '07700 900777' } : {}),
  });
  const turn = takeTurn(stage.state, said, world);
  // what is saved is what is tested
  stage.state = JSON.parse(JSON.stringify(turn.state)) as ConversationState;
  const code = turn.effects.find((effect) => effect.kind === 'hashCodeWord');
  if (code) stage.state = { ...stage.state, codeWordHash: `hash of ${code.secret?.toLowerCase()}` };
  return turn;
}

function saidBy(stage: Stage, line: string): Said {
  const words = line.slice(2).trim();
  if (words === '(opens the page)') return { kind: 'hello' };
  const media = /^\((voice note|picture|file)\)(.*)$/.exec(words);
  if (media) {
    const caption = (media[2] ?? '').trim();
    const kind = media[1] === 'voice note' ? 'voice' : media[1] === 'picture' ? 'picture' : 'other';
    return {
      kind: 'media',
      media: kind,
      caption,
      reading: stage.read(caption, {
        recentlyFlagged: stage.state.safety !== null,
        asking: stage.state.asked?.key ?? null,
      }),
    };
  }
  const taps = /^\[(.+)\]$/.exec(words);
  if (taps) {
    const labels = (taps[1] ?? '').split(' + ');
    const found = labels.map((label) => {
      const choice = stage.last.flatMap((reply) => reply.choices).find((one) => one.label === label);
      if (!choice) throw new Error(`There is no button "${label}"`);
      return choice;
    });
    const [first, ...rest] = found;
    const id = [first, ...rest].map((one) => one?.id ?? '').join(', ');
    return { kind: 'choice', id, label: labels.join(', ') };
  }
  return {
    kind: 'text',
    text: words,
    reading: stage.read(words, {
      recentlyFlagged: stage.state.safety !== null,
      asking: stage.state.asked?.key ?? null,
    }),
    isCodeWord: stage.state.codeWordHash === `hash of ${words.toLowerCase()}`,
  };
}

function saidOrStuck(stage: Stage, line: string): Said | 'stuck' {
  try {
    return saidBy(stage, line);
  } catch {
    return 'stuck';
  }
}

function happens(stage: Stage, line: string): Said | null {
  const words = line.slice(2).trim();
  const later = /^(\d+) (minute|hour|day)s? later$/.exec(words);
  if (later) {
    stage.now += Number(later[1]) * (durations[later[2] ?? ''] ?? 0);
    return null;
  }
  const parsed: unknown = JSON.parse(words.replace('REF', stage.state.referrals.at(-1)?.ref ?? ''));
  return { kind: 'happened', event: parsed as Happening };
}

function sayEffect(effect: Effect): string {
  const skip = new Set([
    'dueAt',
    'riskId',
    'consentAt',
    'mode',
    'channel',
    'message',
    'version',
    'consentVersion',
    'dueText',
    'toldBy',
    'window',
    'contactBy',
    'avoidVoicemail',
    'service',
    'leftOut',
    'since',
  ]);
  const data = Object.entries(effect.data)
    .filter(([key]) => !skip.has(key))
    .map(([key, value]) => `${key}=${Array.isArray(value) ? value.join('+') : String(value)}`);
  return `! ${effect.kind} ${data.join(' ')}`.trim();
}

function sayReply(reply: Reply, stage: Stage): string[] {
  for (const one of reply.parts) stage.said.add(one.id);
  const [first = '', ...rest] = textOf(reply).split('\n');
  const who = reply.from === 'advisor' ? '<<' : '<';
  const lines = [`${who} ${first}`, ...rest.map((line) => `  ${line}`.trimEnd())];
  const lined = reply.choices.filter((choice) => choice.line !== undefined);
  for (const choice of lined) lines.push(`  [ ${choice.label}: ${choice.line} ]`);
  const buttons = reply.choices.filter((choice) => choice.line === undefined).map((choice) => choice.label);
  if (buttons.length) lines.push(`  [ ${buttons.join(' | ')} ]`);
  const toGo = toGoText(reply.toGo);
  if (toGo) lines.push(`  (${toGo})`);
  return lines;
}

export interface Performance {
  readonly text: string;
  /** message ids said */
  readonly said: ReadonlySet<string>;
  readonly state: ConversationState;
  /** what was said in, or happened, and the turn that came of it */
  readonly turns: readonly (Turn & { readonly step: string; readonly at: number })[];
}

/** Performs a script and gives back the whole transcript, as the golden files hold it: by the fast stage unless another reader is given. */
export function perform(source: string, read: Reader = fast): Performance {
  const script = parseScript(source);
  const channel = (script.settings['channel'] ?? 'web') as ChannelKind;
  const now = Date.parse(`${(script.settings['now'] ?? '2026-11-24 10:00').replace(' ', 'T')}:00Z`);
  const stage: Stage = {
    state: newConversation(channel, now),
    now,
    turn: 0,
    down: false,
    last: [],
    channel,
    script,
    said: new Set(),
    read,
  };
  const out = [...script.title, ...Object.entries(script.settings).map(([key, value]) => `${key}: ${value}`), ''];
  const turns: (Turn & { readonly step: string; readonly at: number })[] = [];
  for (const step of script.steps) {
    out.push(step);
    if (step === '@ the database is down') {
      stage.down = true;
      continue;
    }
    const said = step.startsWith('> ') ? saidOrStuck(stage, step) : happens(stage, step);
    if (said === 'stuck') {
      out.push('!! there is no such button');
      continue;
    }
    if (!said) continue;
    stage.now += 20_000;
    if (stage.down) {
      const reading = said.kind === 'text' ? said.reading : null;
      for (const reply of repliesWithoutStore(reading, sampleSettings.phone)) out.push(...sayReply(reply, stage));
      continue;
    }
    const turn = think(stage, said);
    turns.push({ ...turn, step, at: stage.now });
    stage.last = turn.replies;
    for (const reply of turn.replies) out.push(...sayReply(reply, stage));
    if (turn.replies.length === 0) out.push('  (nothing is said)');
    for (const effect of turn.effects) out.push(sayEffect(effect));
    if (turn.hideSaid) out.push('! what they said is not kept');
  }
  return { text: `${out.join('\n')}\n`, said: stage.said, state: stage.state, turns };
}
