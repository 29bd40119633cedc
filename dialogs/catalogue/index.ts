/** Every question, in the order asked. Adding one is a line here; ids are for ever. */
import { aboutAsides, nameQuestions, paceQuestion, safetyQuestions } from './about';
import { bookingQuestions } from './booking';
import { closingAsides, closingQuestions, equalityQuestions } from './closing';
import { contactAsides, contactQuestions, trustedQuestion } from './contact';
import { dangerDetails, detailQuestions } from './details';
import { everydayQuestions } from './everyday';
import { hopeQuestions, measureQuestions, readinessQuestions } from './hopes';
import { alsoNeedQuestion, anythingElseQuestion, needEnding, needQuestions, notesQuestion } from './needs';
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
    ...dangerDetails,
    paceQuestion,
    ...detailQuestions,
    ...needEnding,
    ...nameQuestions,
    alsoNeedQuestion,
    ...hopeQuestions,
    ...readinessQuestions,
    ...playBackQuestions,
    anythingElseQuestion,
    ...contactQuestions,
    ...sharingQuestions,
    notesQuestion,
    ...measureQuestions,
    trustedQuestion,
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
    ...bookingQuestions,
    ...riskQuestions,
  ],
};
