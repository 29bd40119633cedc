/** Every question, in the order asked. Adding one is a line here; ids are for ever. */
import { aboutAsides, nameQuestions, safetyQuestions } from './about';
import { closingAsides, closingQuestions, equalityQuestions } from './closing';
import { contactAsides, contactQuestions } from './contact';
import { detailQuestions } from './details';
import { everydayQuestions } from './everyday';
import { hopeQuestions, readinessQuestions } from './hopes';
import { needEnding, needQuestions } from './needs';
import { opening, openingAsides } from './opening';
import { playBackAsides, playBackQuestions } from './playBack';
import type { Catalogue } from './question';
import { riskQuestions } from './risk';
import { sharingAsides, sharingQuestions } from './sharing';

export const wholeCatalogue: Catalogue = {
  journey: [
    ...opening,
    ...needQuestions,
    ...safetyQuestions,
    ...detailQuestions,
    ...needEnding,
    ...nameQuestions,
    ...hopeQuestions,
    ...contactQuestions,
    ...readinessQuestions,
    ...playBackQuestions,
    ...sharingQuestions,
    ...closingQuestions,
    ...equalityQuestions,
  ],
  asides: [
    ...openingAsides,
    ...aboutAsides,
    ...contactAsides,
    ...playBackAsides,
    ...sharingAsides,
    ...closingAsides,
    ...everydayQuestions,
    ...riskQuestions,
  ],
};
