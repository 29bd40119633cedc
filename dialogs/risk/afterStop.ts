/**
 * After STOP each message that shows danger gets one fixed reply (guide.md X notes), and some of those ask something. A yes
 * to that, or "help me", is part of the same danger: it is told to the team at once and never met with silence. Anything
 * else stays silent, and START opens the door.
 */
import { part } from '../content/copy';
import { type Draft, keepSecret, later, say, settle } from '../draft';
import type { Level, RiskFlag } from '../types';
import { plainAnswer } from './answers';
import { quietAtOnce } from './levels';
import type { Words } from './words';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The same is not said twice in this time; the team hears of each. */
const SAID_LATELY = 10 * 60 * 1000;
const LEVELS: readonly Level[] = ['P0', 'P1', 'P2', 'P3', 'P4'];

const WANTS_HELP =
  /\b(?:help|please|pls|plz|call|phone|ring|talk|someone|somebody|scared|frightened|feart|alone|cannae|can'?t)\b/i;

/** Remembers what they told of after the stop; the talk itself stays as it was left. */
export function toldAfterStop(d: Draft, flag: RiskFlag, riskId: string): void {
  keepSecret(d, 'afterStop', [riskId, flag.category, flag.level, d.world.now.at, 0].join(' '));
}

/** The answer to what was asked after the stop. False where nothing was, or where the door is to be opened or shut. */
export function hearAfterStop(d: Draft, heard: Words): boolean {
  const [riskId = '', category = '', grade = '', at = '', said = ''] = (d.state.secrets['afterStop'] ?? '').split(' ');
  const level = LEVELS.find((one) => one === grade);
  const { command } = heard.reading;
  if (level === undefined || d.state.locked || d.world.now.at - Number(at) >= DAY_MS) return false;
  if (command === 'start' || command === 'resume' || command === 'stop' || command === 'wrong_number') return false;
  const answer = plainAnswer(heard.text);
  const wants = answer === 'yes' || (answer !== 'no' && WANTS_HELP.test(heard.text));
  const { contact: mode } = d.state;
  const data = { riskId, category, level, mode, channel: d.world.channel, question: 'after', answer };
  later(d, 'noteRiskAnswer', data, heard.text);
  if (wants) {
    later(d, 'alert', { to: 'duty', why: category, level, riskId });
    if (d.world.now.at - Number(said) >= SAID_LATELY) {
      keepSecret(d, 'afterStop', [riskId, category, level, at, d.world.now.at].join(' '));
      // somebody may be watching: nothing is said of a team or a note
      say(
        d,
        [...quietAtOnce].some((one) => one === category)
          ? part('W-FAILSAFE')
          : part('W-AFTER-STOP', { by: d.world.team.replyBy[level].text }),
      );
    }
  }
  settle(d);
  return true;
}
