/** The registry of crisis and support lines: what may be given to a person, and when (guide section 1, D1 to D3). */
export { contactsIn } from './helplines/contactsIn';
export { LINES, type LineId } from './helplines/lines';
export { dayNumber, helplines, lineOf, lineSchema } from './helplines/registry';
export { expiringSoon, isStale, lineIsOpen, usableLines } from './helplines/usable';
