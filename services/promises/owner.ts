/** Whose a promise is while nobody of the team has it by name. */

import type { Owner } from '../handoffMachine/handoff';
import { houseOf } from '../handoffMachine/house';
import { audienceOf } from '../handoffMachine/reasons';

/** `about`: why the team was asked. */
export function teamOwner(about = ''): Owner {
  const duty = audienceOf(about) === 'lead' ? 'lead' : 'duty';
  return { kind: 'team', duty, holder: houseOf().holderOf(duty) };
}
