/** Figures of speech as they are meant: nobody who is "dying for a fag" is bereaved, and a "nightmare" of a neighbour is no trauma. */
const FIGURES: readonly (readonly [RegExp, string])[] = [
  [/ dying (?:for|to) /g, ' wanting '],
  [/ (?:a|an|pure|total|absolute|utter) nightmare /g, ' awful '],
  [/ (?:is|are|was|been) (?:pure |a |total )?(?:murder|killing me) /g, ' is sore '],
  [/ (?:im|am|i am|feel|feeling|is) (?:fine|fine thanks|fine but) /g, ' ok '],
  [/ (?:bored|worried|scared|working|tired|freezing|laughing) to death /g, ' very bored '],
  [/ (?:doing|does|done) my head in /g, ' annoys me '],
  [/ jail ?bait | get out of jail /g, ' '],
  [/ starving lol | starving for my (?:tea|dinner) /g, ' '],
];

/** A message in plain spelling with its figures of speech put plainly. The learned ear was taught with these: retrain after a change. */
export function asMeant(plain: string): string {
  return FIGURES.reduce((said, [figure, meant]) => said.replace(figure, meant), plain);
}
