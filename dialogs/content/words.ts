/** The shapes of what is said: a reply is message ids and parameters; the words are in the files beside this one. */

/** One thing a person can pick. `id` is for ever; `label` is what they see. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** what is said about it, in sentences, where more than its label is to choose by */
  readonly line?: string | undefined;
}

/** One message of one bubble: its id in the content and the values for its {placeholders}. */
export interface Part {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

/** One bubble. Most have one part; a few join two short messages. `choices` are offered under it. */
export interface Reply {
  readonly parts: readonly Part[];
  readonly choices: readonly Choice[];
  /** several may be picked */
  readonly many: boolean;
  /** who speaks: the bot, or a person of the team by name */
  readonly from: 'bot' | 'advisor';
  /** "About 3 to go", when a question was asked in the journey; 0 hides it */
  readonly toGo: number;
}
