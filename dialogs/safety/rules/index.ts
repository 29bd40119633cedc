/** Every rule there is. The words are in the files beside this one, a group of categories each. */

import type { Rule } from '../rule';
import { childSignRules } from './children';
import { dangerRules, harmRules, medicalRules } from './danger';
import { abuseRules, childRules, phoneRules } from './home';
import { concernRules, exploitationRules, foodRules, neglectRules, psychosisRules, shelterRules } from './living';
import { calmRules, meansRules } from './meansAndCalm';
import { selfHarmRules, suicideActRules, suicideThoughtRules } from './suicide';
import { togetherRules } from './together';
import { widerRules } from './wider';

export const allRules: readonly Rule[] = [
  ...suicideActRules,
  ...medicalRules,
  ...dangerRules,
  ...suicideThoughtRules,
  ...selfHarmRules,
  ...phoneRules,
  ...abuseRules,
  ...childRules,
  ...childSignRules,
  ...harmRules,
  ...exploitationRules,
  ...psychosisRules,
  ...shelterRules,
  ...foodRules,
  ...neglectRules,
  ...concernRules,
  ...widerRules,
  ...meansRules,
  ...calmRules,
  ...togetherRules,
];
