/** Finds the phone numbers and addresses in a message, so a check can refuse more than three (rule D3). */

const NUMBER = /(?<![\d.,£])\d[\d ]{1,14}\d(?![\d.,]*\d|[a-z])/g;
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.]*\w|(?:\w[\w-]*\.)+(?:co\.uk|org\.uk|org|uk|scot|com)\b/g;

/** Everything in a message a person could call, text or open, each once. 55 and other short counts are not contacts. */
export function contactsIn(text: string): readonly string[] {
  const numbers = (text.match(NUMBER) ?? []).map((found) => found.replaceAll(' ', '')).filter(isContact);
  return [...new Set([...numbers, ...(text.match(ADDRESS) ?? [])])];
}

function isContact(digits: string): boolean {
  return ['999', '111', '101', '105'].includes(digits) || digits.length >= 5;
}
