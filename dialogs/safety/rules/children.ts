/** What children say in plain words, and what is seen of them from outside (guide 2.3: 6). */
import { type Rule, rules } from '../rule';

export const childSignRules: readonly Rule[] = [
  ...rules('child_at_risk', [
    [
      'child-not-home',
      'P0',
      '<kid> ~6 (?:never|hasnt|didnt|isnt|not) (?:~1 )?(?:came|come|been|returned|arrived|got)? ?(?:back|home)(?: (?:from|since|yet|last|and)| \\||$)',
      {
        unless: 'cat|dog|holiday|tonights tea|uni|university|work|texted|phoned to say|on (?:his|her) way',
        softens: false,
      },
    ],
    [
      'child-left',
      'P1',
      '(?:im|i am) (?:\\d|10|11|12|ten|nine|eight|seven|six|eleven|twelve) (?:~3 )?(?:home alone|on my own|alone|by myself)|(?:mum|dad|carer|gran|granda) (?:~2 )?(?:been away|away|not (?:been )?(?:home|back|in)|hasnt (?:been|come) (?:home|back)) (?:~3 )?(?:days?|night|since|yesterday|weekend)|(?:baby|toddler|<kid>) (?:~3 )?(?:crying|screaming|greeting) (?:~1 )?(?:for hours|for ages|all (?:day|night)) ~2 (?:nobody|no adult|in)',
      { unless: 'teething|colic|bath|after school till|babysit\\w*' },
    ],
    [
      'child-watched',
      'P1',
      '(?:comes?|came|walks|walked|keeps coming|stays) in ~2 (?:when|while|and) (?:im|i am|i) (?:~1 )?(?:in the (?:bath|shower)|getting (?:changed|dressed|undressed)|changing|sleeping|in (?:my )?bed|asleep)',
      { unless: 'cat|dog|carer|nurse|home help' },
    ],
    [
      'child-not-fed',
      'P1',
      '(?:we|i|my (?:brothers?|sisters?)|the <kid>) (?:dont|doesnt|never|hardly|didnt) (?:~1 )?get (?:~1 )?(?:fed|dinner|food|tea|anything to eat)',
      { unless: 'till|until|free school' },
    ],
  ]),
  ...rules('danger_now', [
    [
      'followed-home',
      'P1',
      '(?:man|guy|men|car|van|somebody|he|stranger) (?:~1 )?(?:followed|follows|following|is following) me (?:~1 )?(?:home|from school|to school|all the way|round|down|into)',
      { unless: 'instagram|facebook|twitter|tiktok|dog|cat|online|on insta' },
    ],
  ]),
  ...rules('self_harm', [
    [
      'cut-arms',
      'P1',
      '(?:i|im|she|he|shes|hes|my <kid>) (?:~2 )?(?:cut|cuts|cutting|burn|burns|burning|scratch|scratches|slash|slashes) (?:my|her|his) (?:arms?|legs?|wrists?|thighs?)',
      {
        unless:
          'tin|knife slipped|by accident|accidentally|glass|at work|oven|iron|cooking|eczema|itch\\w*|bramble\\w*|shaving|cat|sun|sunburn',
      },
    ],
  ]),
];
