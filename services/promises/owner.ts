/** Whose a promise is while nobody of the team has it by name. */
import { houseOf } from '../handoffs/house';
import type { Owner } from '../handoffs/machine/handoff';
import { audienceOf } from '../handoffs/machine/reasons';

/** `about`: why the team was asked. */
export function teamOwner(about = ''): Owner {
  const duty = audienceOf(about) === 'lead' ? 'lead' : 'duty';
  return { kind: 'team', duty, holder: houseOf().holderOf(duty) };
}
