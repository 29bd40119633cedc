/** Follow-ups about what they named, two at most in one sitting (guide.md E3). */

import { part } from '../content/copy';
import type { Context, Draft } from '../draft';
import { say } from '../draft';
import { answered, chosen } from '../facts';
import { passToPerson } from '../handOver';
import { raiseChosen } from '../risk/raise';
import type { Need } from '../types';
import { asks } from './asks';
import { addNeeds } from './needs';
import { hasAgreed } from './opening';
import type { Heard, Question } from './question';

interface Detail {
  readonly question: Question;
  readonly needs: readonly Need[];
  readonly only?: (c: Context) => boolean;
}

/** "Nowhere tonight", "no food", "very hard", "not safe": a button can say danger as plainly as words. */
function heardRisk(d: Draft, heard: Heard): void {
  const pick = heard.choice;
  if (heard.key === 'detailHome' && pick === 'nowhereTonight') raiseChosen(d, 'no_shelter_tonight', 'P1', heard.key);
  if (heard.key === 'detailFood' && pick !== 'yes' && pick !== null) raiseChosen(d, 'no_food_or_heat', 'P2', heard.key);
  if (heard.key === 'detailFeelings' && pick === 'veryHard') raiseChosen(d, 'suicide_thoughts', 'P1', heard.key);
  if (heard.key === 'detailSafety' && (pick === 'no' || pick === 'unsure'))
    raiseChosen(d, 'domestic_abuse', 'P1', heard.key);
}

function detail(
  id: string,
  ask: Question['ask'],
  needs: readonly Need[],
  rest: { only?: (c: Context) => boolean; heard?: Question['heard'] } = {},
): Detail {
  return {
    question: { id, kind: 'choiceOrText', ask, heard: rest.heard ?? heardRisk },
    needs,
    ...(rest.only ? { only: rest.only } : {}),
  };
}

const details: readonly Detail[] = [
  detail('detailHome', asks('E3-HOM'), ['housing']),
  detail('detailFood', asks('E3-FOO'), ['essentials']),
  detail('detailMoney', asks('E3-MON'), ['money']),
  detail('detailSafety', asks('E3-SAF'), ['domestic_abuse'], {
    // never asked where somebody else may be looking
    only: (c) => chosen(c, 'safeNow') === 'yes' && chosen(c, 'sharedDevice') === 'no',
  }),
  detail('detailFeelings', asks('E3-EMO'), ['trauma', 'bereavement', 'confidence']),
  detail('detailMind', asks('E3-MEN'), ['mental_health']),
  detail('detailCompany', asks('E3-LON'), ['loneliness']),
  detail('detailDrinkDrugsWho', asks('E3-ADG'), ['addiction']),
  detail('detailDrinkDrugsGoal', asks('E3-ADG2'), ['addiction'], {
    only: (c) => chosen(c, 'detailDrinkDrugsWho') !== 'someoneClose',
  }),
  detail('detailBody', asks('E3-PHY'), ['physical_health']),
  detail('detailFamily', asks('E3-FAM'), ['family', 'caring'], {
    heard: (d, heard) => {
      if (heard.choice === 'someoneICareFor') addNeeds(d, ['caring']);
    },
  }),
  detail('detailPeople', asks('E3-SOC'), ['structure']),
  detail('detailWork', asks('E3-WOR'), ['work']),
  detail('detailLearning', asks('E3-LEA'), ['learning']),
  detail('detailHelping', asks('E3-VOL'), ['volunteering'], {
    heard: (d, heard) => {
      if (heard.choice === 'more') say(d, part('W-VOLUNTEER-MORE'));
    },
  }),
  detail('detailJustice', asks('E3-JUS'), ['justice'], {
    heard: (d, heard) => {
      if (heard.choice === 'talk') passToPerson(d, 'asked', 'P4');
    },
  }),
];

/** The follow-ups due now: those that fit what was named, never more than two. */
function due(c: Context): readonly string[] {
  const known = dueIn.get(c.state);
  if (known) return known;
  const found = workOutDue(c);
  dueIn.set(c.state, found);
  return found;
}

/** Worked out once for each state: every follow-up asks it, and a state never changes. */
const dueIn = new WeakMap<Context['state'], readonly string[]>();

function workOutDue(c: Context): readonly string[] {
  const fitting = details.filter(
    (one) => one.needs.some((need) => c.state.needs.includes(need)) && (one.only?.(c) ?? true),
  );
  const asked = fitting.filter((one) => answered(c, one.question.id));
  const open = fitting.filter((one) => !answered(c, one.question.id));
  return [...asked, ...open].slice(0, 2).map((one) => one.question.id);
}

export const detailQuestions: readonly Question[] = details.map((one) => ({
  ...one.question,
  askIf: (c: Context) => hasAgreed(c) && due(c).includes(one.question.id),
}));
