/** How an offer is told: one short line and the reasons, in words anybody can read. */
import type { MatchQuery, Need } from '../../dialogs/types';
import type { Adjustment } from '../../dialogs/vocabulary';
import type { Area, Offer, Today, WeeklyHours } from './offer';
import { easierWith, stillToAsk } from './rank';
import { capacityOn, reach } from './rules';

/** The longest line, so that an idea with its name and its reason always fits one text message of two parts. */
export const LINE_LENGTH = 140;

/** Above this the cost is left out: then two ideas and the question fit one text message of two parts. */
const ROOMY = 88;

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const NEED_WORDS: Readonly<Record<Need, string>> = {
  mental_health: 'how you feel',
  confidence: 'confidence',
  loneliness: 'company',
  physical_health: 'your health',
  addiction: 'drink, drugs or gambling',
  domestic_abuse: 'feeling safe',
  trauma: 'hard things from the past',
  bereavement: 'losing someone',
  housing: 'your home',
  money: 'money',
  essentials: 'food and heat',
  family: 'family',
  caring: 'caring for someone',
  justice: 'police, courts or prison',
  learning: 'learning',
  work: 'work',
  volunteering: 'helping out',
  digital: 'phones and computers',
  rights: 'your rights',
  structure: 'something to do',
};

const ADJUSTMENT_WORDS: Readonly<Record<Adjustment, { readonly has: string; readonly ask: string }>> = {
  company: { has: 'Someone can go with you', ask: 'someone to go with' },
  onePerson: { has: 'You can meet one person first', ask: 'meeting one person first' },
  busFare: { has: 'They can help with bus fare', ask: 'bus fare' },
  childcare: { has: 'Children are welcome too', ask: 'help with childcare' },
  bigPrint: { has: 'They have big print or audio', ask: 'big print or audio' },
  interpreter: { has: 'They can get an interpreter or BSL', ask: 'an interpreter or BSL' },
  quiet: { has: "There's a quiet space", ask: 'a quiet space' },
  online: { has: 'You can start online', ask: 'starting online' },
};

const AREA_WORDS: Readonly<Record<Area, string>> = {
  blantyre: 'In Blantyre',
  rutherglen: 'In Rutherglen',
  south_lanarkshire: 'South Lanarkshire',
  online: 'Online or by phone',
};

/** What makes it easier for what they said could make it hard (G1). */
const EASES: Readonly<Record<string, readonly Adjustment[]>> = {
  nerves: ['onePerson', 'quiet', 'company'],
  travel: ['busFare', 'online'],
  childcare: ['childcare'],
  language: ['interpreter'],
  reading: ['bigPrint'],
};

/** The time of day they said is good (H3): from and to, in hours. */
const TIMES: Readonly<Record<string, { readonly from: number; readonly to: number; readonly words: string }>> = {
  morning: { from: 0, to: 12, words: 'Mornings, as you said' },
  afternoon: { from: 12, to: 17, words: 'Afternoons, as you said' },
  evening: { from: 17, to: 24, words: 'Evenings, as you said' },
};

function clock(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  return `${hour}${minutes === 0 ? '' : `.${String(minutes).padStart(2, '0')}`}${hours % 24 < 12 ? 'am' : 'pm'}`;
}

function dayWords(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  if (days.join() === '1,2,3,4,5') return 'weekdays';
  const short = days.map((day) => (DAYS[day - 1] ?? '').slice(0, 3));
  return short.length === 2 ? short.join(' and ') : short.join(', ');
}

/** "Tue and Thu 11am", the first weekly hours an offer has; empty when it has none. */
function whenWords(hours: readonly WeeklyHours[]): string {
  const first = hours[0];
  return first === undefined ? '' : `${dayWords(first.days)} ${clock(first.opens)}`;
}

/** "7 December", from YYYY-MM-DD. */
function dateWords(date: string): string {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  return `${day} ${MONTHS[month - 1] ?? ''}`;
}

function areaFor(offer: Offer, query: MatchQuery): Area | undefined {
  const online = query.adjustments.includes('online') && offer.areas.includes('online');
  return online ? 'online' : reach(query.area).find((area) => offer.areas.includes(area));
}

/** What has to be known before they choose: there may be no place yet. */
function placesWords(offer: Offer, today: Today): string {
  const state = capacityOn(offer.capacity, today.date);
  if (state === 'from' && offer.capacity.from !== null) return `New places from ${dateWords(offer.capacity.from)}`;
  return state === 'unknown' ? "We'll check they have a place" : '';
}

/** Where, when and the cost, then what day one is like, then what is still open about places; the cost goes first when it is long. */
export function optionLine(offer: Offer, query: MatchQuery, today: Today): string {
  const area = areaFor(offer, query);
  const where = area === undefined ? '' : AREA_WORDS[area];
  const told = (facts: readonly string[]) =>
    [facts.filter(Boolean).join(', '), offer.dayOne, placesWords(offer, today)].filter(Boolean).join('. ');
  const whole = told([where, whenWords(offer.hours), offer.cost.toLowerCase()]);
  return (whole.length <= ROOMY ? whole : told([where, whenWords(offer.hours)])).slice(0, LINE_LENGTH);
}

function ageWords(offer: Offer, band: MatchQuery['ageBand']): string | null {
  const { minimumAge: min, maximumAge: max } = offer;
  if (max !== null) return min === null ? `For people up to ${max}` : `For people aged ${min} to ${max}`;
  if (min !== null && (min > 18 || (band === 'unknown' && min > 16))) return `For people ${min} and over`;
  return null;
}

/** What they asked for, and what eases what they said is hard, that this offer has. */
function easierWords(offer: Offer, query: MatchQuery): readonly string[] {
  const asked = easierWith(query).filter((it) => offer.adjustments.includes(it));
  const eased = query.barriers.flatMap((it) => EASES[it]?.find((way) => offer.adjustments.includes(way)) ?? []);
  return [...new Set([...asked, ...eased])].map((it) => ADJUSTMENT_WORDS[it].has);
}

function timeWords(offer: Offer, window: MatchQuery['window']): string | null {
  const time = TIMES[window ?? ''];
  if (time === undefined) return null;
  const hour = (at: string) => Number(at.slice(0, 2)) + Number(at.slice(3, 5)) / 60;
  return offer.hours.some((it) => hour(it.opens) < time.to && hour(it.closes) > time.from) ? time.words : null;
}

/** The step they said feels OK. */
function stepWords(offer: Offer, query: MatchQuery): string | null {
  if (query.saidRung !== true || !offer.rungs.includes(query.rung)) return null;
  if (query.rung === 1) return 'You can just look';
  if (query.rung === 2) return 'You can chat to one person first';
  return query.rung === 3 ? 'You can come and see' : null;
}

/**
 * Why this one fits them, most telling first, each a short sentence with no full stop: what they asked for themselves,
 * then the step and the time that suit, then which of several needs it is for, then that it is near. Honest about what
 * still has to be asked. Never only that it "helps with" what they said.
 */
export function optionReasons(offer: Offer, need: Need, query: MatchQuery): readonly string[] {
  const near = areaFor(offer, query);
  const missing = stillToAsk(offer, query).map((it) => ADJUSTMENT_WORDS[it].ask);
  const several = query.needs.length > 1 && !query.quiet;
  const reasons = [
    ...easierWords(offer, query),
    timeWords(offer, query.window),
    stepWords(offer, query),
    several ? `For ${NEED_WORDS[need]}${need === query.priority ? ', which matters most' : ''}` : null,
    near === 'blantyre' || near === 'rutherglen' ? (query.area.trim() === '' ? null : 'Near you') : null,
    `You'd meet ${offer.whoMeetsYou.replace(/^(?:The|An?|Your)(?= )/, (word) => word.toLowerCase())}`,
    near === 'online' ? 'No need to travel' : null,
    ageWords(offer, query.ageBand),
    missing.length === 0 ? null : `We can ask them about ${missing.join(' and ')}`,
  ];
  return reasons.filter((reason) => reason !== null);
}
