/** Wider nets for the gravest kinds of danger: less exact words, which we would rather ask about than miss. */
import { rules } from '../rule';

const END_WORDS =
  '(?:tablets|pills|meds|rope|noose|blade|razor|razors|river|clyde|bridge|train|tracks|motorway|roof|cliff)';

export const widerRules = [
  ...rules('suicide_act', [
    [
      'w-place',
      'P0',
      `(?:away|off|going|gonna go|heading|walking|driving|on my way|im going) (?:~1 )?(?:to|down to|into|off) (?:the |a )?(?:~1 )?(?:clyde|river|bridge|railway|train tracks|tracks|erskine bridge|motorway bridge|roof)(?= \\|| $| and| to (?:end|jump|do|die)| tonight| now| goodbye| sorry| its)`,
      {
        unless: 'walk|fish(?:ing)?|bus|run|cycle|picnic|kids|museum|group|dog|tunnel|festival|pub|job|fort',
        unclear: true,
      },
    ],
    [
      'w-gone',
      'P0',
      '(?:i|ill|i will|il|wont|will) (?:~1 )?(?:no|not) be (?:here|about|around|alive) (?:~1 )?(?:tomorrow|next week|next month|by (?:then|monday|friday|christmas)|much longer|long|in the morning|after (?:this|tonight)|when you (?:read|get) this)|(?:wont|will not) be (?:here|about|around|alive) (?:~1 )?(?:tomorrow|next week|next month|by (?:then|monday|friday|christmas)|much longer|in the morning|after (?:this|tonight)|when you (?:read|get) this)|by the time you (?:read|get|see) this|this time tomorrow (?:i|ill|im|it)|(?:last|final) (?:message|text|words) (?:~2 )?(?:ever|from me|you will)?',
      {
        unless:
          'holiday|moving|flitting|away on|at work|class|group|appointment|shift|job|hospital|operation|flat|bill|school|college|interview',
      },
    ],
    [
      'w-deep',
      'P0',
      '(?:cut|cuts|cutting|slashed) (?:~1 )?(?:too|really|very|so|pretty|quite) (?:deep|bad|badly|deeply)|(?:its|wound|cut|cuts|blood|it) (?:~2 )?(?:wont stop bleeding|needs stitches|gaping|down to the bone)',
      { unless: 'at work|saw|knife slipped|cooking|finger|thumb|benefits|hours|budget|funding' },
    ],
    [
      'w-found',
      'P0',
      `(?:found|caught|stopped|talked|took|pulled) (?:~1 )?(?:me|him|her) (?:~1 )?(?:with|on|at|off|from|down) (?:~2 )?${END_WORDS}|(?:had|put|held|took|holding|with) (?:~2 )?(?:rope|noose|blade|belt|knife|razor) (?:~2 )?(?:neck|wrist|wrists|throat|arm)|(?:standing|sat|sitting|stood|lying) (?:~2 )?(?:on|at|by|beside|near) (?:~2 )?(?:train|railway|tracks) ?(?:tracks|line)?|drank (?:~2 )?(?:bleach|antifreeze|weedkiller|cleaner|turps|domestos)`,
      { unless: 'work|works on the|job|bus|painting|shaving|old' },
    ],
    [
      'w-planning',
      'P0',
      '(?:planning|planned|plan|rehears(?:ing|ed)|working out|prepar(?:ing|ed)|arranged|got) (?:~1 )?(?:it|everything|my (?:death|suicide|funeral|exit|goodbyes|own funeral)|how to (?:die|end it|do it)|to (?:die|end it|kill myself)) (?:~1 )?(?:all )?(?:out )?(?:in my head|to the last detail|for (?:tonight|after)|tonight|already)?(?= \\|| $)',
      {
        unless:
          'wedding|party|trip|holiday|course|meeting|funeral for|mums|dads|funeral plan|insurance|week|day|dinner',
        unclear: true,
      },
    ],
    [
      'w-affairs',
      'P0',
      '(?:sorting|sorted|putting|put|getting|got) (?:~1 )?my affairs (?:in order)?|(?:written|wrote|writing|made|changed) my will (?:~3 )?(?:tonight|gone|ready|die|end)|(?:googling|googled|searching|searched|looking up|looked up|researching|reading about) (?:~2 )?(?:ways|how|methods|painless|suicide|what|lethal|the best way)(?: (?:~2 )?(?:to )?(?:die|end|kill|hang|overdose|suicide|it))',
      { unless: 'prevention|solicitor|cook|cv|job|bereave' },
    ],
  ]),
  ...rules('suicide_thoughts', [
    [
      'w-give-up',
      'P1',
      '(?:ready|want|feel like|feeling like|about|going|tempted|just want|wanna|gonna|close) to (?:~1 )?(?:give up|jack it in|give in|pack it in|call it a day|chuck it|let go)(?: on (?:life|it all|everything|myself|living))?(?= \\|| $| now| on)|(?:feel|feeling|felt|just|about) (?:~1 )?(?:like )?(?:giving up|giving in|packing it (?:all )?in|chucking it)(?= \\|| $| now| completely| altogether| on)|(?:ive|have|i) (?:~1 )?(?:given up|gave up)(?= \\|| $| completely| altogether| on (?:everything|life|myself|it all))',
      {
        unless:
          'smok\\w*|drink\\w*|fags|job|work|college|course|vaping|booze|on (?:the|my) (?:job|college|course|diet|gym|claim|pip|appeal)|sugar|chocolate|gambling|drugs|seat|trying to phone',
        unclear: true,
      },
    ],
    [
      'w-cant-live',
      'P1',
      '(?:cant|dont want to|dont know how to|dont think i can|not able to|how do i|no longer|could not|dont see how i can|hard to|struggling to|too hard to|never) (?:~2 )?(?:keep |go on |carry on |continue |be )?(?:living|live|exist|existing|survive|surviving|carry on|go on|keep going|stay alive|be alive|keep fighting|fight|fighting|face) (?:~1 )?(?:like this|this way|this life|anymore|any longer|in this pain|with this|with myself|it|much longer|another|every day|on)',
      {
        unless:
          'in this (?:flat|house|area)|with (?:him|her|them|my)|damp|mould|neighbours?|on (?:benefits|universal|uc|£|\\d+)|with this (?:damp|mould|landlord|noise|boiler)',
        unclear: true,
      },
    ],
    [
      'w-die-often',
      'P1',
      '(?:think|thinking|thought|thoughts|dream|dreaming|fantasise|fantasising|obsess\\w+|talk|talks|talking|joke|joked|joking) (?:~1 )?(?:a lot )?(?:about|of) (?:~2 )?(?:dying|death|being dead|not being (?:here|alive)|ending (?:it|things|my life)|killing myself|the end|how to die|crashing|jumping|hanging|suicide|taking (?:all|the) (?:my )?(?:pills|tablets))',
      {
        unless: 'plants?|my mum dying|dad dying|her dying|him dying|family dying|funeral|life after death|relationship',
        unclear: false,
      },
    ],
    [
      'w-sleep',
      'P1',
      '(?:wish|want|hope|could|would like|love|need|pray|like) (?:~2 )?(?:to )?(?:fall asleep|sleep|go to sleep|be asleep|drift off|go to bed) (?:~1 )?(?:forever|for ever|and never|for good|and not|permanently|and dont|an never)',
      {},
    ],
    [
      'w-let-me',
      'P1',
      '(?:let|leave|leaving) (?:me|him|her) (?:~1 )?(?:to )?(?:die|go|rot)(?= \\|| $| in peace| please)|(?:want|wants|wish|wishing|waiting|wait|deserve|rather|ready) (?:~2 )?(?:to|for) (?:~1 )?(?:die|dee|death|be dead|dying|be gone|leave this (?:world|earth|life)|not exist|be with (?:god|the angels|jesus|my (?:mum|dad|son|baby|daughter|husband|wife)))(?! in (?:on|the))|(?:im|its|be|i am|id be) (?:~1 )?(?:better|easier) (?:off )?(?:~1 )?(?:if i (?:was|were|wasnt|died|just)|dead|gone)|(?:world|everybody|family|they|kids|all) (?:would|d|will|wid) (?:~2 )?(?:be )?(?:fine|ok|better|happier|glad|grand|coping|cope|get on) (?:~2 )?(?:if i|without|when im|once im)|nobody (?:needs|wants|loves|would miss|cares about|cares if|gives a (?:fuck|shit|toss|damn) (?:about|if)) (?:me|i)|(?:nothing|nobody|no reason) (?:~1 )?to (?:live|stay|keep going|stick about|be here) for|dont (?:deserve|want) (?:to live|to be alive|life|to breathe)',
      { unless: 'dog|let me go (?:early|home|from|off)|job|hired|work', unclear: true },
    ],
    [
      'w-over',
      'P1',
      '(?:its|it is|everything is|everythings|life is|lifes|this is|all) (?:~1 )?(?:too much|just too much|pointless|hopeless|unbearable|not worth it|over for me|meaningless|a living hell|hell|worthless|futile|empty) (?:~1 )?(?:now|anymore|for me|im|i|to (?:bear|take|cope))|(?:i|im|feel|feeling) (?:~2 )?(?:completely |totally |just |so )?(?:hopeless|worthless|broken|trapped|desperate|like theres no way out|at rock bottom|rock bottom|numb and|like a burden|unlovable|at my limit|at my lowest|no use to (?:anybody|man))|(?:rock bottom|end of my tether|end of the line|end of the road|breaking point)|hanging (?:on )?by a thread|(?:cant|dont) see (?:any |a |the )?(?:way|light|end|hope|future)|(?:life|living) (?:~1 )?(?:has|is|holds|feels) (?:~1 )?(?:no|not|too|nothing|unbearable|hopeless|pointless|meaningless|over)',
      {
        unless:
          'to carry|desperate for (?:a )?(?:job|house|work|money|wee|holiday|home|help with|furniture|new)|desperate to (?:meet|learn|work|get|move|find)|noise|paperwork|forms?|money (?:for|to)|cant see (?:the|a) (?:gp|screen|doctor)|trapped in (?:the|this) (?:lift|flat|benefits)|bus stop|at the end of the road|shop|no worries|life is too short|phone screen',
        unclear: true,
      },
    ],
    [
      'w-slang',
      'P1',
      '(?:unalive|unaliving|kms|ctb|catch the bus|sewerslide|off myself|offing myself|yeet myself|unsubscribe from life|delete myself|game over for me|checking out for good|sui)(?= |$)',
      { unless: 'catch the bus (?:to|from|at|home|in)', unclear: true },
    ],
  ]),
  ...rules('medical_emergency', [
    [
      'w-taken',
      'P0',
      '(?:took|taken|take|taking|swallowed|necked|downed|eaten|ate|had) (?:~2 )?(?:whole|full|entire|all|months?|weeks?|box|boxes|packet|bottle|every|loads|too many|overdose) (?:~3 )?(?:prescription|tablets|pills|meds|medication|packet|bottle|box|strip|supply|paracetamol|insulin|methadone|ones|of them)',
      {
        unless:
          'daily|a day|every (?:day|morning|night)|as prescribed|doctor told|course of antibiotics|for my (?:headache|blood pressure)|back to (?:the )?(?:chemist|pharmacy)',
      },
    ],
    [
      'w-took-now',
      'P0',
      '(?:took|taken|had|been given|drank|swallowed|smoked|injected|snorted) (?:~1 )?(?:something|stuff|gear|a pill|pills|a tablet|valium|heroin|coke|ecstasy|mdma|street \\w+) (?:~5 )?(?:heart|feel (?:funny|sick|weird|ill|terrible|awful|strange)|cant (?:feel|breathe|stay awake|move|see)|racing|shaking|falling asleep|passing out|going blue|sweating|burning|dizzy)|(?:heart) (?:is )?(?:racing|pounding|stopping|going mental) and (?:~2 )?(?:chest|cant|pain|took|arm|dizzy)',
      { unless: 'anxiety|every time i go|panic' },
    ],
    [
      'w-collapse',
      'P0',
      '(?:collapsed|collapsing|passed out|blacked out|fainted|unresponsive|unconscious|keeled over|went down|stopped breathing|fell down the stairs|fell off)s? (?:~4 )?(?:cant|wont|not|funny|colour|grey|blue|breathing|bleeding|head|now|help|on the floor|waking)|(?:mum|dad|gran|papa|son|daughter|husband|wife|partner|friend|pal|mate|neighbour|man|baby|kid|brother|sister|dads|mums|husbands|he|she|somebody) (?:~2 )?(?:has )?(?:~1 )?(?:collapsed|stopped breathing|passed out|taken an overdose|took an overdose|gone (?:grey|blue|limp|floppy|a funny colour)|turned (?:grey|blue))|funny colour|(?:cant|wont|not) (?:~2 )?(?:rouse|wake) (?:him|her|them|my)|(?:severe|bad|terrible|awful|worst) (?:chest pain|bleeding|burns?|allergic)|(?:been|got|was|is) (?:shot|stabbed|run over|knocked down|hit by a (?:car|bus|van))',
      {
        unless:
          'years ago|last (?:year|month|week)|in (?:19|20)\\d\\d|the deal|shed|wall|roof collapsed|fence|funeral|died|when i was|got shot of|shot down',
      },
    ],
  ]),
  ...rules('danger_now', [
    [
      'w-weapon',
      'P0',
      '(?:man|guy|boy|boys|men|somebody|gang|neighbour|ex|woman|lad|lads|people|they|he|she|son|partner) (?:~3 )?(?:with|has|have|got|carrying|holding|pulled|waving) (?:a |an |the )?(?:knife|gun|machete|bat|hammer|axe|blade|sword|bottle) (?:~3 )?(?:outside|at|in|to|on|and|threatening|here|against|now|shouting|looking|coming|the|my)?',
      { unless: 'kitchen|work|chef|toys?|film|game|football|cricket|baseball|museum|years|in his school bag' },
    ],
    [
      'w-smashing',
      'P0',
      '<he> (?:~3 )?(?:smashing|wrecking|trashing|tearing|breaking|throwing|kicking off|going mental|going crazy|raging|screaming|going off (?:his|her) head|losing it|on (?:his|her) way|coming (?:here|round|over|to get|for me|after)|outside|downstairs|going for me|won(?:t)? let me (?:out|go)|got me locked|blocking|dragging|dragged|holding me|pinned|pinning)(?: (?:~2 )?(?:up|the house|everything|things|at me|now|again|the place|my|me|drunk|right now|tonight))',
      {
        unless:
          'football|party|laughing|singing|parcel|delivery|for dinner|for tea|for a visit|taxi|to visit|at fifa|toddler|tantrum|wean|garden|engineer|smashing it|records|builder|fix',
        unclear: false,
      },
    ],
    [
      'w-fear-life',
      'P0',
      '(?:fear|scared|afraid|feart|frightened|terrified) (?:~1 )?for my (?:~1 )?life|(?:gonna|going to|will|might|could) (?:~1 )?(?:end up (?:dead|killing me)|kill me (?:this time|tonight|one day|soon|if|when|before|eventually|next time))|(?:he|she|they) (?:~1 )?(?:will|ll|is gonna|are gonna) (?:~1 )?(?:kill|murder|stab|shoot) (?:me|us|her|him)|please hurry|hurry please|(?:come|get) (?:here )?(?:quick|quickly|now) (?:please|hes|shes|he|she)|get me out of here|(?:being|been|getting) (?:held|kept) (?:against my will|prisoner|hostage|captive)',
      { unless: 'laugh|mess|bill|haircut|lol|haha' },
    ],
  ]),
  ...rules('domestic_abuse', [
    [
      'w-throat',
      'P1',
      '(?:grabbed|grabs|grab|had|held|holds|puts?|putting|squeezed) (?:~2 )?(?:me |her |his hands? |my |her hands? )?(?:~2 )?(?:by|round|around|on) (?:the |my |her )?(?:throat|neck|hair)|(?:pushed|pushes|shoved|shoves|threw|throws|dragged|drags|spat|spits|bit|bites|pinned|pins|kicked|slapped|burnt|burned|cut|stabbed|hit|hits) (?:~1 )?(?:me|her|us|my mum) (?:~1 )?(?:down|against|into|across|about|around|on|off|with|up|by|in|over|again|last|when|every|so|out|$)',
      {
        unless:
          'football|rugby|by accident|dog|cat|in the queue|to do better|bus|swing|hit me (?:that|when|hard)|on the swings|cheese|over the edge|up with|with a (?:bill|fine|sanction)',
      },
    ],
    [
      'w-control',
      'P1',
      '(?:gives|giving|allows|gave) me (?:~1 )?(?:a fiver|\\d+|pocket money|an allowance|nothing|\\w+ a (?:day|week))|has (?:my |all my |control of my )(?:bank|money|card|benefits|phone|wages)|(?:threat\\w*|threatens|said|says|going|gonna) (?:~2 )?(?:to )?(?:post|share|send|put|show|leak) (?:~2 )?(?:photos|pictures|pics|videos|nudes|them|intimate)|(?:makes|forces|made|forced) me (?:~1 )?(?:send|have|do|touch|perform|watch|sleep)(?: (?:him|her|photos|nudes|sex|pictures|things))|(?:reads|goes through|checking|checks|looks at|looks through|monitors|tracks|took|breaks|broke|smashed|smashes|hides) my (?:~1 )?(?:phone|messages|texts|emails|bag|post|location|laptop|things|clothes)|(?:scared|frightened|terrified|feart|afraid) (?:of|when) (?:~2 )?(?:my )?(?:son|husband|wife|partner|man|boyfriend|girlfriend|dad|brother|ex|he|she)(?= |$)(?: (?:~3 )?(?:drinks|drunk|angry|comes|gets|home|back|loses|temper|shouts|in))?|(?:shouts|screams|swears|shouting|screaming) at (?:me|us) (?:all|every|constantly|and|for|when|in)|wont let me (?:see|leave|work|talk|go|have|use|phone|out|sleep|eat)|(?:tells|tell|telling) me (?:~1 )?(?:im )?(?:worthless|ugly|useless|fat|mental|crazy|what to wear|who i can)|isolat(?:es|ed|ing) me from',
      {
        unless:
          'boss|manager|teacher|work coach|jobcentre|landlord|my mum gave|gave me a (?:leaflet|number|fiver back)|nurse|doctor|baby|toddler|social worker|neighbour shouts',
      },
    ],
  ]),
  ...rules('child_at_risk', [
    [
      'w-missing',
      'P1',
      '(?:boy|girl|son|daughter|kid|lassie|laddie|wean|boys|girls|sons|daughters|brother|sister|baby) (?:~2 )?(?:been |is |has |has been |gone |went )?(?:~1 )?(?:missing|disappeared|ran away|run away|not come home|didnt come home|never came home|been taken|been gone since|away all night)|(?:comes|came|come|gets|got|coming|climbs) (?:in|into|in to) my (?:room|bed|bedroom) (?:at night|when|every|and|drunk|while)|(?:uncle|dad|stepdad|granda|brother|teacher|coach|neighbour|man|guy|cousin) (?:~2 )?(?:touches|touched|touching|kissed|kisses|watches me|makes me|made me|asks me to|rubs|feels) (?:~1 )?(?:me|my|in|us|undress|do)',
      {
        unless:
          'cat|dog|missing (?:his|her|me|school|him|out|work)|cooking|tutor|feels? (?:better|proud)|makes me (?:laugh|happy|feel|smile|tea|proud|so)|homework',
      },
    ],
    [
      'w-care',
      'P1',
      '(?:<kid>|kids|weans|baby) (?:~3 )?(?:screaming|crying|locked|filthy|dirty|covered|bruised|neglected|scared|terrified|starving|unsafe|witness\\w*|saw|seen|watching|hiding) (?:~3 )?(?:all night|every night|in (?:the|his|her|their) (?:room|cupboard|car)|in (?:nappies|bruises|marks|shit|pee)|him (?:hit|hitting|batter)|him|her|when he|of (?:him|her|their (?:dad|mum)|his dad|us)|everything|it all)|in front of (?:~1 )?(?:the |my |our )?(?:<kid>|kids)|(?:<kid>|kids) (?:~1 )?(?:saw|seen|seeing|witnessed) (?:~1 )?(?:it|him|her|everything|the fight|me getting)|(?:hits|hit|hurts|slaps|shakes|punches|kicks|smacks|screams at|batters|locks|starves|drags) (?:~1 )?(?:the |my |our |her |his |a )?(?:<kid>|kids|wee \\w+)',
      {
        unless:
          'colic|teething|telly|cartoon|peppa|birthday|paint|mud|chocolate|at the park|injections?|swear|hide and seek|film|the doctor|hit(?:s)? my (?:knee|head)|by a ball|football|the dark|toys',
      },
    ],
  ]),
  ...rules('harm_to_others', [
    [
      'w-violence',
      'P0',
      '(?:want to|gonna|going to|im away to|about to|feel like|wanna|i will|ill|could|ready to|swear i will|need to) (?:~1 )?(?:smash|kick|cave|stave|put|knock|rip|break|bash|burst|blow|punch|batter|slit|cut) (?:his|her|their|that \\w+s|my (?:\\w+s)|him|them) (?:~1 )?(?:face|head|skull|teeth|jaw|throat|legs|neck|windows|house|in|out|up|through|off|arms|nose|heid|fuck)|put (?:him|her|them|my \\w+) (?:in (?:the ground|hospital|a box|his grave|a coffin|intensive care)|six feet under|through a window|to sleep for good)|(?:end|finish|do) (?:him|her|them) (?:in|off|for good)|(?:im|i am|gonna) (?:~1 )?(?:do|done) (?:~1 )?(?:time|life) for (?:him|her|them)|make (?:him|her|them) (?:pay in blood|bleed|suffer)|(?:buy|get|got|getting|have|bring|bringing|taking) (?:~1 )?(?:a )?(?:gun|blade|machete|chib|knife) (?:~1 )?(?:for|to|and|with me)',
      {
        unless:
          'pint|him in touch|on the phone|put him in (?:nursery|school|care|a home|touch|his bed)|to bed|hair|game|fifa|cut her hair|kitchen|cook|cut his hair|with a smile|film|break his heart|off work|put her off|put him off',
      },
    ],
  ]),
  ...rules('exploitation', [
    [
      'w-flat',
      'P1',
      '(?:boys|guys|people|men|lads|dealers?|gang|they|folk|strangers|pals|mates|somebody|he) (?:~3 )?(?:staying|living|stay|moved|camped|dossing|dealing|sleeping|come in|came in|coming in|in) (?:~1 )?(?:in|into|at|from|out of) (?:my|his|her|our|ma) (?:~1 )?(?:flat|house|home|place|hoose) (?:~3 )?(?:wont|and|will not|refuse|cant|dealing|without|using|drugs|taking|scared|threat\\w*|not)|(?:keep|keeps|take|takes|kept|taking|hold|holds|withhold\\w*) (?:~1 )?(?:my|our|all my) (?:~1 )?(?:wages|pay|money|tips|earnings|passport|papers|bank card|id)|\\d+ hours a day (?:~6 )?(?:no|not|wont|without|passport|wages|threat\\w*|locked|sleep)|(?:paid|pay|pays) (?:me )?(?:nothing|in food|in drugs|a pound|no wages)|(?:bank ?card|benefits|pin|pip|money) (?:~2 )?(?:off me|from me) (?:~1 )?(?:every|each|when|and)',
      {
        unless:
          'dwp|council|universal credit|my kids|my brother is staying|landlord|jobcentre|tax|insurance|pension|overpayment|volunt\\w+|sanction\\w*',
      },
    ],
  ]),
  ...rules('psychosis_distress', [
    [
      'w-cameras',
      'P1',
      '(?:cameras?|bugs?|microphones?|chips?|wires?|trackers?|listening devices?|poison|gas|signals?|messages|voices?) (?:~1 )?(?:are |is |were )?(?:in|inside|through|behind|from|under|hidden in|put in) (?:~1 )?(?:my|the|our) (?:~1 )?(?:light ?bulbs?|bulbs?|lights?|walls?|telly|tv|radio|head|brain|body|teeth|food|water|vents?|sockets?|phone|mirror|ceiling|floor|smoke alarm|skin|house)|voices (?:~2 )?(?:worse|louder|back|bad|mean|nasty|scaring|constantly|wont|stop|non)|(?:theyre|they are|hes|shes|people are|neighbours are|everybody is|everybodys|government is) (?:~1 )?(?:all )?(?:in on it|out to get me|against me|plotting|conspiring|following me|spying on me|after my (?:mind|soul)|controlling me|watching my every)|(?:not|havent|no|hasnt) (?:slept|been sleeping) (?:for|in) (?:~1 )?(?:days|\\d+ (?:days|nights)|a week|three|four|five)',
      {
        unless:
          'cctv|smoke alarm is|leak|ring doorbell|landlord|gas engineer|radio show|mould|baby|noise|new baby|vents? (?:needs?|cleaned)|security',
      },
    ],
  ]),
  ...rules('no_shelter_tonight', [
    [
      'w-out',
      'P1',
      '(?:council|landlord|mum|dad|partner|he|she|they|hostel|family|ex|housing|auntie|sister|brother|pal|sheriff officers) (?:~2 )?(?:put|putting|kicked|threw|flung|chucked|turned|locked|evicted|moved|flings?|kicking|throwing) (?:me|us|my family|him|her) (?:~1 )?(?:out|on the street)|(?:slept|sleeping|sleep|kipped|spent|stayed|spending|staying) (?:~2 )?(?:in|on|at) (?:~1 )?(?:a |the |my )?(?:close|stair|stairwell|park|bench|bus|station|car|van|tent|doorway|graveyard|shed|woods|streets?|mcdonalds|a&e|casualty|hospital waiting room|airport)|nowhere (?:~1 )?(?:to (?:go|stay|sleep|live|turn)|for (?:me|us|the kids))|(?:no|without a|lost (?:the|my)) (?:roof|place|bed) (?:~1 )?(?:tonight|now|for the night|to (?:stay|sleep))|(?:last night|tonight|today) (?:~3 )?(?:on the streets?|rough|outside|nowhere)|(?:hand|handed|give|gave|giving) (?:~1 )?(?:back )?(?:in )?(?:the |my )keys (?:~1 )?(?:today|tonight|tomorrow)|(?:leave|out of) (?:~2 )?(?:hostel|temporary|b and b|bnb|hotel|refuge) (?:~1 )?(?:today|tonight|tomorrow|in the morning)',
      {
        unless:
          'for a coffee|during the day|camping|holiday|on the bus (?:to|home)|fell asleep|years ago|when i was|last year|to (?:meet|socialise)|of the (?:group|pub|band|college)|hotel|volunteer',
      },
    ],
  ]),
];
