/** Every kind of effect there is: one the vocabulary has and this list lacks does not compile. */
import type { EffectKind } from '../../../dialogs/vocabulary';
import { alert } from './alert';
import { askByText } from './askByText';
import { bookCall } from './bookCall';
import { cancelCall } from './cancelCall';
import { cancelReminders } from './cancelReminders';
import { countEquality } from './countEquality';
import { deleteMedia } from './deleteMedia';
import { deliver } from './deliver';
import type { EffectDefinition } from './effect';
import { handOver } from './handOver';
import { keepPerson } from './keepPerson';
import { noteRiskAnswer } from './noteRiskAnswer';
import { promise } from './promise';
import { raiseRisk } from './raiseRisk';
import { recordComplaint } from './recordComplaint';
import { recordConsent } from './recordConsent';
import { recordOutcome } from './recordOutcome';
import { recordUnmetNeed } from './recordUnmetNeed';
import { refer } from './refer';
import { remind } from './remind';
import { requestRights } from './requestRights';
import { tellHolder } from './tellHolder';
import { withdrawShare } from './withdrawShare';
import { forgetChat, hashCodeWord, keepPlace } from './withTheTurn';

export const effects: { readonly [Kind in EffectKind]: EffectDefinition<Kind> } = {
  raiseRisk,
  noteRiskAnswer,
  handOver,
  tellHolder,
  refer,
  withdrawShare,
  recordConsent,
  recordUnmetNeed,
  recordOutcome,
  countEquality,
  promise,
  bookCall,
  cancelCall,
  requestRights,
  recordComplaint,
  remind,
  cancelReminders,
  askByText,
  keepPlace,
  hashCodeWord,
  forgetChat,
  alert,
  deliver,
  keepPerson,
  deleteMedia,
};
