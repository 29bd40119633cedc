/** Which person a record is of: one conversation in one life, so that whoever has a number now never meets the papers of the one before. */
import { turnIn } from './identity';

/** A conversation, and its life: forgotten and begun again it is somebody else's until they say otherwise. */
export interface PersonIn {
  readonly conversationId: string;
  readonly life: string;
}

export const personIdOf = ({ conversationId, life }: PersonIn): string => `${conversationId}:${life}`;

/** What a person's id says; null for anything else. */
export function readPersonId(id: string): PersonIn | null {
  const cut = id.indexOf(':');
  const [conversationId, life] = [id.slice(0, Math.max(cut, 0)), id.slice(cut + 1)];
  return conversationId === '' || life === '' || life.includes(':') ? null : { conversationId, life };
}

/** Whose a record is that is named after a life of theirs; null for any other name. */
export function personOfRecord(id: string): string | null {
  const [conversationId = '', life = '', ...rest] = id.split(':');
  return conversationId === '' || life === '' || rest.length === 0 ? null : personIdOf({ conversationId, life });
}

/** Whose a handoff is, by its own id; null where that is from before lives had names. */
export function personOfHandoff(id: string, conversationId: string): string | null {
  const life = turnIn(id, conversationId)?.life;
  return life === undefined ? null : personIdOf({ conversationId, life });
}

/** Whether something caused by a turn, by its id, belongs to this life. Ids from before lives had names do. */
export function isTheirs(id: string, { conversationId, life }: PersonIn): boolean {
  const turn = turnIn(id, conversationId);
  return turn === null || turn.life === life;
}
/** The same of a record that names its life; '' where it is from before they had names. */
export const isOfLife = (record: { readonly life: string }, { life }: PersonIn): boolean =>
  record.life === '' || record.life === life;
