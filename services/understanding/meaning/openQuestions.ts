/** Which questions are answered in any words. */

/** Keys of the catalogue whose answers are people's own words. */
const OPEN: ReadonlySet<string> = new Set([
  'name',
  'area',
  'areaOther',
  'need',
  'needMenu',
  'notes',
  'anythingElse',
  'alsoNeed',
  'goodWeek',
  'supports',
  'interests',
  'barriers',
  'adjustments',
  'avoid',
  'number',
  'email',
  'wayBack',
  'safeAlternative',
  'trustedPerson',
  'codeWordSet',
  'priority',
]);
/** Is the question with this key answered in people's own words? */
export function takesAnyWords(key: string | null): boolean {
  const id = key?.split(':')[0] ?? '';
  return OPEN.has(id) || id.startsWith('detail');
}
