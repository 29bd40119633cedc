/** What people tell us before they agreed that we keep it: held, and kept only once they say yes. */
import { type Draft, keepSecret, put } from '../draft';
import { asksForHelp } from '../needs/mentioned';
import type { Facts } from '../reading';
import type { Need } from '../types';
import { keepFacts } from './keepFacts';

const FIELD = 'heldFacts';

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null;

function heldFacts(d: Draft): Facts {
  const raw = d.state.secrets[FIELD];
  if (raw === undefined) return {};
  const parsed: unknown = JSON.parse(raw);
  return isFacts(parsed) ? parsed : {};
}

const WORDS = 'heldWords';
const FIRST = 'firstWords';
/** What they came for, as it was said back to them before they agreed. */
export const SAID_BACK = 'saidBack';
/** Where what is held lies. */
export const HELD: ReadonlySet<string> = new Set([FIELD, WORDS, FIRST, SAID_BACK]);

/** Words that fit no question yet: they go to the team once they have agreed. */
export function holdWords(d: Draft, text: string): void {
  const before = d.state.secrets[WORDS];
  keepSecret(d, WORDS, (before === undefined ? text : `${before}\n${text}`).slice(-2000));
}

/** "No good at this typing", "my english small": how they manage this chat, unless they ask for help with it. */
const HOW_THEY_WRITE: ReadonlySet<Need> = new Set<Need>(['digital', 'learning']);

/**
 * Holds what a message said until they have agreed. Newer facts stand over older ones. `told`: it says what they came
 * for, so that is not asked again; what is only mentioned ("been in care, everybody has a file on me") is kept beside it.
 */
export function hold(d: Draft, text: string, facts: Facts, named: readonly Need[], told: boolean): void {
  const needs = asksForHelp(text) ? named : named.filter((need) => !HOW_THEY_WRITE.has(need));
  if (Object.keys(facts).length) keepSecret(d, FIELD, JSON.stringify({ ...heldFacts(d), ...facts }));
  if (needs.length) put(d, { needs: [...new Set([...d.state.needs, ...needs])] });
  if (needs.length && told) {
    const before = d.state.secrets[FIRST];
    keepSecret(d, FIRST, before === undefined ? text : `${before}\n${text}`);
  }
}

/** They have agreed: what was held is kept now. What to say back of it. */
export function keepHeld(d: Draft): readonly string[] {
  const words = d.state.secrets[WORDS];
  if (words !== undefined) {
    const notes = d.state.secrets['said/notes'];
    keepSecret(d, 'said/notes', notes === undefined ? words : `${words}\n${notes}`);
    keepSecret(d, WORDS, null);
  }
  if (d.state.secrets[FIELD] === undefined) return [];
  const facts = heldFacts(d);
  keepSecret(d, FIELD, null);
  return keepFacts(d, facts, [], false);
}
