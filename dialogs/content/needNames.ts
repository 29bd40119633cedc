/** What each need is called when we say it back to a person. */
import type { Need } from '../types';

const names: Readonly<Record<Need, string>> = {
  mental_health: 'how you feel',
  confidence: 'confidence',
  loneliness: 'company',
  physical_health: 'your health',
  addiction: 'drink, drugs or gambling',
  domestic_abuse: 'feeling safe',
  trauma: 'hard things from the past',
  bereavement: 'losing someone',
  housing: 'your home',
  money: 'money',
  essentials: 'food and keeping warm',
  family: 'family',
  caring: 'looking after someone',
  justice: 'police, courts or prison',
  learning: 'learning',
  work: 'work',
  volunteering: 'helping out',
  digital: 'getting online',
  rights: 'your rights',
  structure: 'something to do',
};

/** A need in plain words, small letters: "your home". */
export function sayNeed(need: Need): string {
  return names[need];
}

/** True for the labels of taxonomy.json. */
export function isNeed(label: string): label is Need {
  return Object.hasOwn(names, label);
}

/** Every need there is. */
export const allNeeds: readonly Need[] = Object.keys(names).filter(isNeed);
