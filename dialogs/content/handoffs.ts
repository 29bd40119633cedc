/** Words for our own team about a handoff. A person reads none of them; the opening line is only suggested to an advisor. */

export interface OpeningFor {
  /** '' where none was given */
  readonly name: string;
  /** who writes */
  readonly person: string;
  /** what matters most to them; '' where that is not known */
  readonly about: string;
  readonly inDanger: boolean;
  /** somebody may look at their screen: no name, no need, and nothing of what we are */
  readonly quiet: boolean;
}

/** One way to begin, which an advisor may change or leave. */
export function openingLine({ name, person, about, inDanger, quiet }: OpeningFor): string {
  if (quiet) return `Hi, it's ${person}. Is now an OK time?`;
  const hello = name === '' ? `Hi, it's ${person} from WIN.` : `Hi ${name}, it's ${person} from WIN.`;
  if (inDanger) return `${hello} Thank you for telling us. I've read it all. Are you OK to talk here now?`;
  const read = about === '' ? "I've read what you told us." : `I've read what you told us about ${about}.`;
  return `${hello} ${read} You don't have to say it again. Is now an OK time?`;
}
