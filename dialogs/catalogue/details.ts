/** Follow-ups about what they named: one that can be danger on any way, two at most on the longer one (guide.md E3). */

import { part } from '../content/copy';
import type { Context, Draft } from '../draft';
import { say } from '../draft';
import { answered, chosen, wantsMore } from '../facts';
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

/** Questions whose answer can be danger: asked whatever way they chose, before anything else. */
const MAY_BE_DANGER: ReadonlySet<string> = new Set(['detailHome', 'detailFood', 'detailSafety']);

const fits = (c: Context, one: Detail) =>
  one.needs.some((need) => c.state.needs.includes(need)) && (one.only?.(c) ?? true);

const questionOf = (one: Detail, due: (c: Context) => boolean): Question => ({
  ...one.question,
  askIf: (c) => hasAgreed(c) && due(c),
});

/** The first of them that fits; one only, for each more is one more step. */
function dangerDue(c: Context): string | null {
  const fitting = details.filter((one) => MAY_BE_DANGER.has(one.question.id) && fits(c, one));
  const known = fitting.find((one) => answered(c, one.question.id));
  return (known ?? fitting[0])?.question.id ?? null;
}

/** The follow-up on the longer way: where only one thing is needed, so that it stays short. */
function detailDue(c: Context): readonly string[] {
  if (!wantsMore(c) || dangerDue(c) !== null || c.state.needs.length > 1) return [];
  const fitting = details.filter((one) => !MAY_BE_DANGER.has(one.question.id) && fits(c, one));
  return fitting.slice(0, 2).map((one) => one.question.id);
}

export const dangerDetails: readonly Question[] = details
  .filter((one) => MAY_BE_DANGER.has(one.question.id))
  .map((one) => questionOf(one, (c) => dangerDue(c) === one.question.id));

export const detailQuestions: readonly Question[] = details
  .filter((one) => !MAY_BE_DANGER.has(one.question.id))
  .map((one) => questionOf(one, (c) => detailDue(c).includes(one.question.id)));
