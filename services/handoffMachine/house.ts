/** What the machine must know of the house, while no rota says more: office hours, and the alert list by its places. */
import { alertPlace } from '../../dialogs/content/alarms';
import { isOpen, OFFICE_HOURS, type WorkingHours } from '../calendar/working';
import type { House } from './clock';
import { DUTIES } from './handoff';

/** `holders` are names by duty; a duty nobody holds by name is that place on the alert list. */
export function houseOf(
  hours: WorkingHours = OFFICE_HOURS,
  holders: Partial<Readonly<Record<(typeof DUTIES)[number], string>>> = {},
): House {
  return {
    hours,
    open: (at) => isOpen(at, hours),
    holderOf: (duty) => holders[duty] || alertPlace(DUTIES.indexOf(duty)),
  };
}
