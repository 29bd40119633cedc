/** What web chat is given to work with. */
import type { IncomingMessage } from 'node:http';
import type { PrivacyPart } from '../../../dialogs/content/privacy';
import type { Choice, Reply } from '../../../dialogs/content/words';
import type { Conversations, Say } from '../channel';

export interface FirstScreen {
  /** who we are, what this is, how long, your words, emergencies: guide A1-A3 and B1-B2, then the question B3 */
  readonly paragraphs: readonly string[];
  /** the answers to B3 */
  readonly choices: readonly Choice[];
}

/** What may go in the log: names of events and counts, never words, addresses or tokens. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean>>) => void;

export interface WebChatDeps {
  readonly conversations: Conversations;
  readonly say: Say;
  readonly firstScreen: () => FirstScreen;
  /** where people reach this server, as `https://win.example`; the request's Host when absent */
  readonly publicUrl?: string;
  /** signs the tokens, and is itself the secret for tokens/generate */
  readonly secret: string;
  /** milliseconds since 1970 */
  readonly clock: () => number;
  /** other sites that may show this chat; our own always may */
  readonly origins?: readonly string[];
  /** the sentences shown when nothing else works: emergency numbers and our phone */
  readonly crisisLines?: readonly string[];
  /** sentences with helplines for the safety page, those that can be called now */
  readonly safetyLines?: () => readonly string[];
  /** the full privacy words, by heading */
  readonly privacy?: readonly PrivacyPart[];
  /** the fixed crisis words when these show danger, for words that enter no talk; empty when they show none */
  readonly ifDanger?: (text: string) => readonly Reply[];
  readonly log?: Log;
  /** new conversations one connection address may begin in ten minutes; 120 when absent */
  readonly startsPerTenMinutes?: number;
  /** counts a start of this address for all processes; false when there were too many. In this process alone when absent */
  readonly mayStart?: (address: string) => Promise<boolean>;
  /** the address a request is counted by; that of its connection when absent */
  readonly addressOf?: (req: IncomingMessage) => string;
  /** how long a turn may take before "typing" shows, in ms; 700 when absent */
  readonly typingAfter?: number;
}

/** The address of a web conversation, the same for ever. */
export function webAddress(conversationId: string): string {
  return `web:${conversationId}`;
}
