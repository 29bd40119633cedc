/** Hunger in a talk about danger: food is helped with whatever else is done. */

import type { Draft } from '../draft';
import { answered } from '../facts';

const ASKS_FOOD =
  /\b(?:food ?banks?|food ?parcel|food slip|something (?:to|tae) eat|somewhere (?:to|tae) eat|a meal|feed (?:the|my|ma|them|us|me)|(?:get|need|find|give|help|want|got|any|some|for|with|of) (?:\w+ )?(?:food|messages|dinner|milk|formula))\b/i;

/** They ask for food, and have not been told of it yet. */
export const asksFood = (d: Draft, text: string): boolean =>
  ASKS_FOOD.test(text) && !answered(d, 'rfood2') && !answered(d, 'rfoodHeat');

const HUNGRY =
  /\b(?:hungry|starv\w*|(?:not|no|havent|hasnt|havnae|hasnae|havenae|haven't|hasn't|isnt|nae|nothing|naething|nuthin|never|without|cant|can't|cannae) (?:\w+ ){0,2}(?:eaten|eat|ate|fed|food|feed|milk|dinner|tea))\b/i;

/** Somebody is to blame, or a child is left: that is a child to keep safe first, and not only one to feed. */
const MORE_THAN_HUNGRY =
  /\b(?:left|leaves?|leaving|alone|on (?:their|his|her) own|by themselves|unsupervised|he|she|they|his|her|their (?:mum|maw|dad|da|mother|father|parents)|next door|neighbours?'?s?|hit\w*|beg\w*|drunk|locked|scared|hurt\w*|won'?t feed|refus\w*|downstairs|upstairs|bins)\b/i;

/** A child of theirs goes without food, and nothing else is told: the guide's first reply is about food (guide.md 2.3, 13). */
export const isHungerAlone = (text: string): boolean => HUNGRY.test(text) && !MORE_THAN_HUNGRY.test(text);
