/** "I don't want the police" is a wish about how we help, and no need of help with the police. */
const REFUSES = /\b(?:dont|don't|do not|dinnae|not|no|nae|never|without)(?: \w+){0,3} (?:police|polis|cops)\b/i;
const HAS_TO_DO =
  /\b(?:court|charged|jail|prison|bail|fiscal|arrested|lifted|solicitor|lawyer|statement|sentence\w*|probation|fines?)\b/i;

/** They want no police, and say nothing else of the law. */
export const refusesPolice = (text: string): boolean =>
  REFUSES.test(text.replace(/[\u2018\u2019]/g, "'")) && !HAS_TO_DO.test(text);
