/** How an offer is told: one short line and the reasons, in words anybody can read. */
import type { MatchQuery, Need } from '../../dialogs/types';
import type { Adjustment } from '../../dialogs/vocabulary';
import type { Area, Offer, Today, WeeklyHours } from './offer';
import { easierWith, stillToAsk } from './rank';
import { capacityOn, reach } from './rules';

/** The longest line that still leaves room for three in one text message. */
export const LINE_LENGTH = 60;

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
  childcare: { has: 'Children are welcome or looked after', ask: 'help with childcare' },
  bigPrint: { has: 'They have big print or audio', ask: 'big print or audio' },
  interpreter: { has: 'They can get an interpreter or BSL', ask: 'an interpreter or BSL' },
  quiet: { has: 'There is a quiet space', ask: 'a quiet space' },
  online: { has: 'You can start online', ask: 'starting online' },
};

const AREA_WORDS: Readonly<Record<Area, string>> = {
  blantyre: 'It is in Blantyre',
  rutherglen: 'It is in Rutherglen',
  south_lanarkshire: 'They cover all of South Lanarkshire',
  online: 'You can do it online or by phone',
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

function nextDay(hours: readonly WeeklyHours[], weekday: number): string | null {
  const days = new Set(hours.flatMap((it) => it.days));
  // somewhere open most days is not news
  if (days.size === 0 || days.size >= 5) return null;
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const day = ((weekday - 1 + ahead) % 7) + 1;
    if (!days.has(day)) continue;
    if (ahead === 0) return 'It is on today';
    return ahead === 1 ? 'It is on tomorrow' : `Next on ${DAYS[day - 1] ?? ''}`;
  }
  return null;
}

/** "7 December", from YYYY-MM-DD. */
function dateWords(date: string): string {
  const [, month = 1, day = 1] = date.split('-').map(Number);
  return `${day} ${MONTHS[month - 1] ?? ''}`;
}

/** What day one is like, when, and the cost, in at most 60 characters; the least important part goes first when it is long. */
export function optionLine(offer: Offer): string {
  const parts = [offer.dayOne, whenWords(offer.hours), offer.cost.toLowerCase()].filter((part) => part !== '');
  while (parts.length > 1 && parts.join(', ').length > LINE_LENGTH) parts.pop();
  return parts.join(', ').slice(0, LINE_LENGTH);
}

function ageWords(offer: Offer, band: MatchQuery['ageBand']): string | null {
  const { minimumAge: min, maximumAge: max } = offer;
  if (max !== null) return min === null ? `For people up to ${max}` : `For people aged ${min} to ${max}`;
  if (min !== null && (min > 18 || (band === 'unknown' && min > 16))) return `For people ${min} and over`;
  return null;
}

/** Why this one, most telling first, each a short sentence with no full stop; honest about what still has to be asked. */
export function optionReasons(offer: Offer, need: Need, query: MatchQuery, today: Today): readonly string[] {
  const near =
    query.adjustments.includes('online') && offer.areas.includes('online')
      ? 'online'
      : reach(query.area).find((area) => offer.areas.includes(area));
  const asked = easierWith(query).filter((it) => offer.adjustments.includes(it));
  const missing = stillToAsk(offer, query).map((it) => ADJUSTMENT_WORDS[it].ask);
  const state = capacityOn(offer.capacity, today.date);
  const reasons = [
    `They help with ${NEED_WORDS[need]}`,
    near === undefined ? null : AREA_WORDS[near],
    `${offer.whoMeetsYou} meets you`,
    ...asked.map((it) => ADJUSTMENT_WORDS[it].has),
    nextDay(offer.hours, today.weekday),
    ageWords(offer, query.ageBand),
    state === 'from' && offer.capacity.from !== null ? `New places from ${dateWords(offer.capacity.from)}` : null,
    state === 'unknown' ? 'We will check they have a place' : null,
    missing.length === 0 ? null : `We can ask them about ${missing.join(' and ')}`,
  ];
  return reasons.filter((reason) => reason !== null);
}
