/** A wish for a human being, in any words: it is met at once, with no question first. */
import { pattern } from '../safety/rule';
import { normalise } from '../safety/words/normalise';

const PERSON =
  '(?:person|human(?: being)?|somebody|someone|anybody|real person|advisor|adviser|worker|member of staff|woman|man|lady)';
const WANTS = pattern(
  `(?:speak|talk|chat|speaking|talking) (?:to|with) (?:~2 )?${PERSON}|(?:get|give|want|need|gie|prefer|like) (?:~2 )?(?:a |the )?(?:real )?(?:person|human(?: being)?|human voice)|person better|human better|(?:can|could|will|would|gonna) (?:~2 )?(?:phone|call|ring) me|(?:please|just) (?:phone|call|ring) me(?= \\||$| $)|(?:phone|call|ring) me(?: please| back| instead| the now| now|(?= \\|)|(?= $))|no good at (?:this )?(?:typing|texting|writing)|cant (?:type|write|text|read) (?:~1 )?(?:well|good|right|properly)`,
);
/** "Don't phone me", "somebody to talk to": no wish for one of us now. */
const NOT_SO = pattern(
  '(?:dont|not|never|no) (?:~2 )?(?:phone|call|ring|want|need|person|human)|(?:somebody|someone|nobody|no one|anybody) to (?:talk|speak|chat)',
);

/** True when a message asks for a person. Never throws. */
export function wantsPerson(text: string): boolean {
  if (text.length > 300) return false;
  const { plain } = normalise(text);
  WANTS.lastIndex = 0;
  NOT_SO.lastIndex = 0;
  return WANTS.test(plain) && !NOT_SO.test(plain);
}
