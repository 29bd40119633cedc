/** The fixed answer to each thing people ask of us, with what is so right now. */
import { type MessageId, messages, whyOf } from '../content/copy';
import type { Part } from '../content/words';
import { type Context, type Draft, keepSecret } from '../draft';
import type { Topic } from '../reading/topics';

const ANSWERS: Readonly<Record<Topic, MessageId>> = {
  who_sees_this: 'Q-WHO-SEES',
  jobcentre_benefits_told: 'Q-BENEFITS',
  police_social_work_told: 'Q-OFFICIALS',
  is_it_confidential_from_family: 'Q-FAMILY',
  what_partner_sees: 'Q-PARTNER-SEES',
  how_long: 'Q-HOW-LONG',
  cost: 'Q-COST',
  is_it_a_robot: 'Q-ROBOT',
  who_runs_it: 'Q-WHO-RUNS',
  what_is_this: 'Q-WHAT-IS-THIS',
  where_are_you: 'Q-WHERE',
  do_you_cover_my_area: 'Q-COVER',
  counselling: 'Q-COUNSELLING',
  housing_help: 'Q-HOUSING',
  food_help_today: 'Q-FOOD',
  what_happens_next: 'Q-NEXT',
  waiting_time: 'Q-WAIT',
  can_someone_phone: 'Q-PHONE',
  can_i_bring_someone: 'Q-BRING',
  can_i_bring_child: 'Q-CHILD',
  under_16_ok: 'Q-UNDER-16',
  data_deleted: 'Q-DELETED',
  see_my_data: 'Q-MY-DATA',
  for_someone_else: 'Q-SOMEONE-ELSE',
  language_interpreter: 'Q-LANGUAGE',
  accessibility: 'Q-ACCESS',
  immigration_status: 'Q-PAPERS',
  do_i_need_referral: 'Q-NO-LETTER',
  opening_hours: 'Q-HOURS',
  why_ask: 'Q-WHY',
  what_do_you_mean: 'Q-MEAN',
  what_will_you_send: 'Q-SEND',
  can_i_change_mind: 'Q-CHANGE',
  can_i_come_back: 'Q-COME-BACK',
  how_to_hide_this: 'C6-WEB',
  who_will_i_meet: 'Q-MEET',
  travel_help: 'Q-TRAVEL',
  our_number: 'Q-OUR-NUMBER',
  abuse_helpline: 'Q-ABUSE-LINE',
  unknown: 'Q-UNKNOWN',
};

/** Questions that take more than one answer: how to give them is what is not clear. */
const TAKES_MANY: ReadonlySet<string> = new Set(['needMenu', 'barriers', 'adjustments', 'options']);

const HIDE: Readonly<Record<string, MessageId>> = { sms: 'C6-SMS', whatsapp: 'C6-WA' };

const isTopic = (topic: string): topic is Topic => Object.hasOwn(ANSWERS, topic);

/** Reasons that follow "for a reason:" in small letters. */
function reasonFor(c: Context): string | null {
  const why = whyOf(c.state.asked?.message ?? '');
  return why === null ? null : `${why.charAt(0).toLowerCase()}${why.slice(1)}`;
}

function idOf({ state }: Context, topic: Topic, hasWhy: boolean): MessageId {
  if (hasWhy) return 'Q-WHY-THIS';
  if (topic === 'how_to_hide_this') return HIDE[state.channel] ?? 'C6-WEB';
  if (topic === 'what_do_you_mean' && TAKES_MANY.has(state.asked?.key ?? '')) return 'Q-MEAN-MANY';
  return ANSWERS[topic];
}

/** The answer to a topic as it is said here and now. Unknown ids get the answer to `unknown`. */
export function answerTo(c: Context, topic: string): Part {
  const known = isTopic(topic) ? topic : 'unknown';
  const { phone, retention, org } = c.world.settings;
  const why = known === 'why_ask' ? reasonFor(c) : null;
  const id = idOf(c, known, why !== null);
  const all: Readonly<Record<string, string>> = {
    phone,
    ret: retention,
    org,
    hours: c.world.team.hours,
    why: why ?? '',
  };
  // only the values its own words ask for
  const { text }: { readonly text: string } = messages[id];
  const params = Object.fromEntries(Object.entries(all).filter(([name]) => text.includes(`{${name}}`)));
  return { id, params };
}

/** What we could not answer is kept for the team, in the person's own words. */
export function noteQuestion(d: Draft, text: string): void {
  const before = d.state.secrets['said/questions'];
  keepSecret(d, 'said/questions', before === undefined ? text : `${before}\n${text}`.slice(0, 2000));
}
