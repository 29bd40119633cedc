/** A day that is not tonight: whoever has to be out by then has a bed until then, as far as likeness alone can tell. */

const MONTHS =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|aug|sept|oct|nov|dec)';
const LATER = new RegExp(
  ` (?:by|before|until|till|til|after|at|over) (?:the )?(?:end of )?(?:the )?(?:xmas|christmas|new year|easter|summer|spring|autumn|winter|month|year|term|${MONTHS}) ` +
    `| (?:in|within|after|got) (?:about |around |the next )?(?:\\d+|two|three|four|six|eight|a few|a couple of|couple of) (?:more )?(?:days?|weeks?|months?) ` +
    '| next (?:week|month|year) | (?:by|on) the \\d{1,2}(?:st|nd|rd|th)? ',
);
const NOW =
  / (?:tonight|the night|now|today|the day|tomorrow|the morra|this (?:morning|evening|afternoon|minute)|already|nowhere|naewhere|no where|streets?|outside|car|van|bus shelter|sleeping rough) /;

/** Does this name a later day, and nothing of tonight? In plain spelling. */
export function isForLater(plain: string): boolean {
  return LATER.test(plain) && !NOW.test(plain);
}
