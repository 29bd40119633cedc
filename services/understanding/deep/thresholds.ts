/** From where the joined judgement does something. Settings may move what is asked about, within safe bounds. */

export interface DeepThresholds {
  /** joined margin (log odds) of any danger from which it is asked about */
  readonly asks: number;
  /** joined margin under which a certainty of likeness or bare words is asked about instead */
  readonly doubts: number;
  /** joined log odds of a need: of the first one where it was asked for, in a last remark, elsewhere, and of any beside it */
  readonly needAsked: number;
  readonly needBeside: number;
  readonly need: number;
  readonly nextNeed: number;
  /** shares of all commands: of one, of one that ends or undoes something, and of none where the fast stage heard one */
  readonly command: number;
  readonly heavyCommand: number;
  readonly noCommand: number;
  /** log odds that something is asked of us (in any words, in the form of a question, beside a need), and share of all topics */
  readonly asksUs: number;
  readonly asksUsInForm: number;
  readonly asksUsBesideNeed: number;
  /** under this not even what the fast stage hears asked stands */
  readonly asksNothing: number;
  readonly topic: number;
  /** the same where a question is on the table */
  readonly topicAt: number;
}

/** Chosen on writers that neither stage had seen: docs/deep-stage.md has the curve. */
export const THRESHOLDS: DeepThresholds = {
  asks: 0.65,
  doubts: -1.5,
  needAsked: -0.7,
  needBeside: 0.8,
  need: 0,
  nextNeed: 0,
  command: 0.75,
  heavyCommand: 0.97,
  noCommand: 0.97,
  asksUs: -0.5,
  asksUsInForm: -1.2,
  asksUsBesideNeed: 0.5,
  asksNothing: -1.5,
  topic: 0.25,
  topicAt: 0.7,
};

/** How far a setting may move `asks`: further down nearly everybody would be asked, further up nearly nobody. */
export const ASKS_BOUNDS = { least: -0.5, most: 2.5 } as const;
