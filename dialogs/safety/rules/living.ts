/** Words of going without, being used, losing touch with what is real, or worry about us (guide 2.3: 9 to 14). */
import { rules } from '../rule';

export const neglectRules = rules('self_neglect', [
  [
    'not-out',
    'P2',
    '(?:not|no|havent|hasnt|never|cant|isnt|hes no|shes no) (?:~1 )?(?:been |left |go |gone |going |leave |get |getting |stepped )(?:~1 )?(?:out|outside|the (?:house|flat|bed|bedroom)|over the door|my bed|out of bed|out my bed) (?:~1 )?(?:in|for|since|the door in|of bed in|bed in) (?:~1 )?(?:weeks?|months?|days|years?|ages|over|\\d+)|(?:cant|not|no|havent|stopped|hasnt|dont|doesnt|isnt|struggling to|given up) (?:~1 )?(?:wash|washing|washed|shower|showered|bathe|a wash|a shower|brush my|look after (?:<self>)|looking after <self>|clean <self>|take care of <self>|feed <self>|dressed|get dressed|eaten in|eat|eating|eaten (?:in|for|since))(?! (?:machine|dishes|the car|up|meat|dairy|out|gluten|nuts|bread|my hair today))|(?:living|lying|sitting) in (?:~2 )?(?:filth|squalor|rubbish|my own|darkness|the dark)|(?:house|flat) (?:is |has )?(?:~2 )?(?:filthy|infested|condemned|full of rubbish|piled high|a tip and i cant)|(?:not|no|stopped|never) (?:~1 )?(?:taking|taken|take) my (?:insulin|meds|medication|tablets|pills)|soiled|(?:cant|not) (?:get up off|get off) (?:the|my) (?:floor|couch|bed)|lying in (?:my )?bed for (?:weeks|days|months)|hoarding|have not left (?:the|my)|not left my (?:bed|room|house|flat)',
    {
      unless:
        'machine|dishes|clothes|washing machine|car|broken boiler|shower (?:is )?broken|no hot water|on holiday|no power|of cows|for breakfast|breakfast today|yet today|sweets|meat|broken leg|since lunch|crisps|spicy|before the scan',
    },
  ],
  [
    'not-coping',
    'P2',
    '(?:not|no|isnt|barely|cant|hardly|struggling to|stopped) (?:~1 )?(?:coping|cope|managing|functioning|function)(?: (?:at all|anymore|on my own|well|with (?:anything|it|life)))?|everything is (?:falling apart|on top of me)|falling apart|(?:had|having) a (?:breakdown|nervous breakdown)|nothing (?:in|left in) the (?:house|cupboard)s? and no point',
    {
      unless:
        'with (?:the )?(?:stairs|noise|forms?|heat|homework|new phone|maths|computers?)|strategies|better|english|shoes|bag is|the (?:bus|car|boiler|sofa|chair) is',
    },
  ],
]);

export const exploitationRules = rules('exploitation', [
  [
    'cuckoo',
    'P1',
    '(?:theyve|they have|they|he has|hes|somebody has|dealers?|people|lads|boys|guys|gang) (?:~2 )?(?:took|taken|take|taking|moved|moving|using|selling|staying|cutting|bagging|storing|dealing|keep) (?:~1 )?(?:over |in |into |out of |from |up |drugs |gear |stuff )+(?:~2 )?(?:my|ma|the|his|her|our) (?:house|flat|home|place|bit|hoose|spare room)|(?:selling|dealing|cutting|storing|keeping|stashing) (?:~2 )?(?:drugs|gear|heroin|coke|crack|stuff) (?:~1 )?(?:from|in|out of|out|at) (?:my|his|her|our) (?:~1 )?(?:house|flat|home)|cuckoo(?:ed|ing)|theyve took over|took over my (?:house|flat|home)|(?:cant|wont|not) (?:~1 )?(?:get|let) (?:them|me) (?:~1 )?(?:out|in) (?:of )?my (?:own )?(?:house|flat)|wont (?:leave|get out) my (?:house|flat)',
    { unless: 'council|builders|housing association|landlord|movers|clock|budgie' },
  ],
  [
    'owe',
    'P1',
    '(?:i|we|he|she|son|brother|daughter) (?:~1 )?(?:owe|owes|owed|due|owing) (?:~2 )?(?:them|him|dealers?|a dealer|my dealer|loan shark|money (?:to|for) (?:~1 )?(?:dealers?|drugs|them|him|people|bad|a guy|some guys|the wrong)|the wrong people|bad people|some (?:bad|heavy|dangerous|scary) (?:people|guys))|loan sharks?|money ?lender|illegal lender|drug debts?|ticked gear|tick debt|pay (?:it )?off by|work off (?:the|my|a) debt|paying off (?:~2 )?(?:dealer|drugs|them)',
    { unless: 'mum|dad|council|rent|sister|catalogue|credit union|back to my|dwp|tax|a favour|an apology' },
  ],
  [
    'passport',
    'P1',
    '<he> ?(?:~2 )?(?:keep|keeps|kept|took|taken|take|takes|hold|holds|has|have|got|hide|hides) (?:~1 )?(?:my|our|all my|her|his) (?:~1 )?(?:passport|papers|visa|documents|id|wages|benefits?(?: card| money)?|bank ?card|bank cards|pip|giro|pension|universal credit|uc|cash card|post office card)|(?:boss|landlord|employer|manager|gangmaster|agency|man|uncle|neighbour|carer|pal|mate|somebody) (?:~2 )?(?:keeps|took|takes|holding|holds|has|taking) (?:~1 )?(?:my|our|her|his) (?:passport|documents|papers|wages|bank ?card|benefits|pip|pension|giro|money|card|id)|(?:takes|taking|took) my (?:benefits|pip|giro|pension|wages|bank card|money)|takes all my money',
    {
      unless: 'dwp|jobcentre|council|bank took|lawyer|home office has|bill|bills|tax|rent takes|sanction|for safe|copy',
    },
  ],
  [
    'forced-work',
    'P1',
    '(?:made|make|makes|making|force|forces|forced|forcing) (?:~1 )?(?:me |us |him |her |them |to )(?:~1 )?(?:to )?(?:work|sell|deal|carry|steal|shoplift|beg|sleep with|have sex|hold|run|do things|clean|drive|open (?:a )?bank)|(?:not|never|no|arent|dont) (?:~1 )?(?:pay|paying|paid|get paid|allowed to leave) (?:me |us )?(?:~3 )?(?:cant leave|wont let|locked|passport|threat\\w*|lock|beat)|traffick(?:ed|ing)|modern slavery|sold (?:me|her) for sex|pimp(?:ed|ing)?|selling my body|survival sex|sex for (?:rent|somewhere|drugs|a bed|money)|(?:sell|selling) (?:myself|sex)|holding (?:a |their |his )?(?:parcel|package|drugs|gear|gun) for|(?:carry|carrying|hold|holding|move|run) (?:drugs|gear|packages|parcels|stuff) for|cant leave the (?:job|house|farm|car wash|nail bar|restaurant)|work (?:in|at) (?:a )?(?:car wash|nail bar|farm|cannabis) ~4 (?:not paid|no pay|cant leave|passport|sleep)|(?:money ?mule|using my bank account|use my bank account)',
    {
      unless:
        'jobcentre|dwp|universal credit|work coach|overtime|sundays?|weekends|training|awareness|volunteer|course|football|traffic|charity|makes me work hard|want to work|from home|evri|delivery|courier|amazon|yodel|hermes',
    },
  ],
  [
    'scam',
    'P1',
    '(?:been|got|getting|being|was) (?:scammed|conned|blackmailed|sextorted|exploited|groomed)|blackmail(?:ing|ed)? me|sextortion|(?:taking advantage|takes advantage) of (?:me|him|her|my)|(?:met|man|woman|guy|somebody) online (?:~4 )?(?:money|sent|asking)',
    { unless: 'ticket' },
  ],
]);

export const psychosisRules = rules('psychosis_distress', [
  [
    'voices-harm',
    'P0',
    'voices? (?:~4 )?(?:tell|telling|tells|told|saying|say|says|want|order|ordering|command|commanding) (?:~1 )?(?:me|him|her)? ?(?:~1 )?(?:to|i should|that i|i have to|ive to|i must) (?:~1 )?(?:kill|hurt|stab|harm|jump|die|cut|hang|end|finish|punish|do it|do away with|do <self> in|burn|attack|do (?:bad|terrible) things)',
    { softens: false },
  ],
  [
    'voices',
    'P1',
    'voices? ~1 (?:tell|telling|tells|told|ordering|say|saying) (?:me|him|her|us|them)(?: to)?(?: do)?(?: things| it| that)?|(?:hear|hearing|hears|heard|having) (?:~2 )?(?:voices?|people talking|whispers|whispering|things (?:that|others|nobody)|my name being)|voices? (?:~2 )?(?:in my head|tell|telling|told|talking|are back|wont stop|keep|getting louder|say|saying|at night|are)|(?:seeing|see|sees) (?:~1 )?(?:things|people|demons|shadows|faces|dead people|him everywhere|spirits|figures)(?: (?:that|who|arent|not|nobody|no there|on the walls?))?(?= |$)|hallucinat(?:ing|ions|ion|es)|psychosis|psychotic|having an episode',
    {
      unless:
        'friends? and|clearly|differently|friends|through|people for|my (?:kids|family|mates)|neighbours? (?:through|talking)|see people (?:about|at|now|again|more|my|every|face|in|like|to|who|i)|see things (?:through|from|from your|as|differently|getting|clearly|on)|seeing people (?:again|more|at|my|i|for|in)|nice to hear|your voice|his voice|her voice|same page|training|course|good to hear|love hearing|want to see people|volunteer|my voice',
    },
  ],
  [
    'watched',
    'P1',
    '(?:theyre|they are|hes|people are|government is|somebody is|neighbours are|mi5 is|police are|theyve|they have|council is|government are|the (?:tv|telly|television|radio|phone|lights|computer|internet|news) (?:is|are|keeps?|was)|(?:tv|telly|radio) (?:~1 )?(?:is|keeps)|the cameras are|everybody is|being|im being) (?:~2 )?(?:watching (?:me|us|through|my every)|spying|listening (?:to|through|in)|bugged|following me everywhere|reading my (?:mind|thoughts)|talking (?:about|to) me|sending (?:me )?(?:messages|signals)|putting thoughts|controlling my (?:mind|thoughts)|poisoning|out to get|plotting|tracking me|implanted|put a (?:chip|camera|bug)|watched through|laughing at me through|in my (?:walls|head|wires))|watched through|(?:chip|microchip|device|implant|transmitter) in my (?:head|brain|tooth|teeth|arm|neck)|cameras? in (?:~1 )?(?:my|the) (?:walls?|lightbulbs?|smoke alarm|tv|telly|flat|eyes|shower)|poisoning my (?:food|water|tea)|poison in my (?:food|water)|(?:read|reading|reads|hear|hearing|stealing|broadcasting) my (?:mind|thoughts)|gang ?stalk(?:ing|ed)',
    {
      unless:
        'football|(?:telly|tv|film|netflix|match|game) with|movie|(?:im|were|we are|kids are) watching|cctv (?:at|in) work|phone signal|watching me play|family|podcast|the radio in',
    },
  ],
  [
    'chosen',
    'P1',
    '(?:im|i am|been|was) (?:~1 )?(?:chosen(?: one)?|the chosen one|the messiah|jesus|god|a prophet|the devil|possessed|immortal|invincible|already dead|dead inside my body)(?! (?:for|to (?:do|volunteer|be)|by the (?:club|team))| willing| fearing)|(?:god|the devil|satan|jesus|demons?|angels?) (?:~1 )?(?:is |are |has |keeps )?(?:talking to|told|tells|telling|speaking to|in|inside|chose|chosen|after|sent) (?:me|my)|special mission|not slept (?:in|for) (?:~1 )?(?:\\d+|three|four|five|six) (?:days|nights)|(?:havent|no|not) slept (?:in|for) (?:\\d+|three|four|five|six|days) ?(?:days|nights)? ?(?:and )?(?:~2 )?(?:feel amazing|racing|dont need|full of energy|buzzing)?|(?:dont|not|cant tell|isnt|cant|nothing|whats) (?:~2 )?(?:whats real|real anymore|what is real|feel real|feels real)|losing (?:my )?(?:grip|touch with reality)|lost touch with reality|(?:going|gone|went) (?:mad|insane|psychotic)|losing my mind|paranoid',
    {
      unless:
        'church|bible|sunday|prayer|faith|to volunteer|nice cup|with boredom|queue|noise|waiting|for it|mad for|hen|stag|bargain|lol|haha|thank god|oh my god|sales|bit paranoid about (?:my )?(?:weight|spots|hair)',
    },
  ],
]);

export const shelterRules = rules('no_shelter_tonight', [
  [
    'kicked-out',
    'P1',
    '(?:kicked|flung|chucked|threw|thrown|put|papped|punted|hunted|booted|locked|turfed|hoofed|getting put|been put|slung|evicted|fired) (?:~1 )?(?:me |us |him |her )?(?:out)(?: (?:of|the|my|by|on|tonight|today|with|last|off|nowhere|house|and))?|(?:been |was |got |getting |being )evicted (?:today|tonight|tomorrow|this morning|now|yesterday)|(?:asked|told|telling|need|got|have|want|wants) (?:~2 )?(?:me |us )?to (?:be |get |leave |move )(?:out |)?(?:by |)(?:tonight|the night|today|tomorrow|this week)|got to be out|have to be out (?:by|of)|out by (?:tonight|the night|tomorrow|friday|monday)|mum wants me out',
    {
      unless:
        '(?:of )?(?:the )?(?:pub|club|class|college|school|group|course|football|team|bar|library|band|bowling|app|site|room|chat|shop|gym)|washing|bins?|rubbish|leaflets?|of (?:zoom|the meeting)|a fire|my back|years ago|when i was|out of the (?:competition|cup|league)|when i|put out (?:the|a)|old sofa|put out about|sorry|last year|out to dry',
    },
  ],
  [
    'nowhere',
    'P1',
    '(?:no|nowhere|not got anywhere|havent got anywhere|not any|dont have anywhere|got nowhere|theres nowhere|without anywhere|nothing|no where|havent anywhere|not got a place) (?:~1 )?(?:to (?:stay|sleep|live|go|be|crash|kip)|place to (?:stay|sleep|go)|bed|roof|for (?:the night|tonight|me to (?:stay|sleep))|else to (?:go|stay|sleep)|safe to (?:sleep|stay|go))(?: tonight| the night)?|roofless|(?:im|am|i am|we are|made|going to be|gonna be|be|being|been|currently|now|hes|shes|declared|become|family) (?:~1 )?homeless|homeless (?:tonight|the night|now|again|today|since|with|and)|(?:on|oan|living on|sleeping on|back on|out on|am on|im on|end up on|bed on|begging on) the streets?|street homeless|(?:sleeping|slept|staying|living|kipping|stay|sleep|stuck|stayed) (?:~1 )?(?:rough|in (?:~1 )?(?:car|tent|van|shed|park|close|stairwell|doorway|bus (?:stop|shelter|station)|a bin|graveyard|woods)|outside|on a (?:bench|park bench|stair)|on (?:the )?(?:stairs|landing|pavement)|on the night bus|under a bridge)|couch (?:is )?(?:up|finished|ends|done)|(?:couch|sofa) ?surfing|(?:no|lost my|havent a|not a|without a) (?:bed|roof over my head)|need (?:a |somewhere |a place |place )?(?:~1 )?(?:bed|to sleep|to stay|hostel|emergency accommodation|for tonight) (?:for )?(?:tonight|the night|now)|somewhere (?:to (?:stay|sleep)|safe) (?:for )?(?:tonight|the night)|cant (?:go|stay|get) (?:home|here|back|there|in my house) (?:tonight|the night|now)|sleeping in the car',
    {
      unless:
        'on a holiday|camping|festival|on (?:tv|telly)|to go with my (?:mates|friends)|football|to go at weekends|nowhere to go (?:for a (?:coffee|drink|walk|wander)|and meet|during the day|in the day|with the kids|on a|for a walk|in the evenings|for company)|volunteer|course|charity|shelter for|help the|helping|sleep out|people on the|on the street (?:lights?|where|are|i live|next)|streets (?:ahead|of)|no bed (?:frame|base|for my daughter|for the kids)|my (?:wee boy|son|daughter|kids) has no bed|no bed (?:linen)|years ago|when i was homeless|used to be|was homeless|to park|had been homeless|were homeless|streetlight|bin day|dogs? home',
    },
  ],
]);

export const foodRules = rules('no_food_or_heat', [
  [
    'kids',
    'P1',
    '(?:no|nothing|hasnt got|run out of|ran out of|out of|cant afford|cant get|without|not got|havent|not enough) (?:~2 )?(?:food|electric|heating|heat|gas|milk|formula|nappies|to eat|dinner|tea|to feed|power|hot water|credit) (?:~6 )?(?:<kid>|baby|pregnant|asthma|ill|sick|disabled|oxygen|insulin|newborn|cancer|copd|diabetic|78|80|82|pensioner|elderly)|(?:<kid>|baby|pregnant|im ill|newborn|copd) (?:~6 )?(?:no|nothing|hungry|starving|cold|freezing|without) ?(?:~2 )?(?:food|electric|heating|heat|gas|to eat|milk|hungry|starving|power|cold|fed|eaten|in the (?:house|fridge|cupboards?)|house)?|(?:kids|weans|family|baby|wean|kid|boys|girls) (?:~2 )?(?:no|not|hasnt|havent|hardly|never) (?:~1 )?(?:eaten|ate|eat|been fed|had (?:anything|dinner))|cant (?:afford to )?(?:feed|heat|keep warm) (?:~1 )?(?:my |the |our )?(?:<kid>|kids|family)|need (?:baby )?(?:formula|milk) (?:for )?(?:the |my )?(?:baby|today|tonight)',
    {
      unless:
        'free school|fussy|allergy|allergic|intolerant|gas engineer|advice about|no fun|bored|no school|homework|no childcare|cold (?:sore|and a cough)|gets? a cold|has a cold|got a cold|no contact|no toys|nothing to do|no interest|no (?:furniture|bed|beds|phone|shoes|space|room|job|car|money for (?:trips|shoes))|snow|nothing (?:going on|for)|without (?:me|a|her|his|my|support)|diet',
    },
  ],
  [
    'nothing-today',
    'P1',
    '(?:not|havent|hasnt|no|nothing|never|isnt) (?:~1 )?(?:eaten|ate|had (?:a thing|anything|food|a meal|a bite)|to eat|had to eat|been eating|a bite) (?:~1 )?(?:today|all day|in (?:days|two|three|\\d+)|since|for (?:days|two|three|\\d+|a few)|in the house|now|tonight|the day|till|until|left|here|at all|days)|nothing (?:~1 )?(?:to eat|in (?:the )?(?:house|fridge|cupboards?|freezer))|starving(?: hungry)? (?:and|no|since|have|nothing|till|been)|no food(?: (?:~1 )?(?:in|left|today|tonight|at all|for|till|and|until|here|or|no))?|no (?:electric|gas|heating|heat|power) (?:~1 )?(?:and|or|nor|no) ?(?:~1 )?(?:food|gas|electric|money|nothing|heat|heating|lights)|no lights|(?:cupboards?|fridge|freezer) (?:is|are|s)? ?(?:~1 )?(?:empty|bare)|(?:going|gone|went) (?:hungry|without food)|(?:havent|not got|no) a (?:penny|bean) (?:for|to) (?:~1 )?(?:food|eat|electric)',
    {
      unless:
        'allergies|intoleran\\w+|no food bank|for the (?:party|meeting)|so could murder|starving whats for|no food hygiene|no food (?:waste|bin|on site|at work)|nothing in the (?:house|fridge) (?:i|that) fancy|before (?:my|the|an) (?:op|operation|scan|blood test)|fasting|ramadan|blood test',
    },
  ],
  [
    'meter',
    'P2',
    '(?:no|nae|run out of|ran out of|out of|without|no money for|cant afford|lost|cut off|not got|off|sitting with no|got no|have no) (?:~1 )?(?:electric|gas|heating|heat|power|hot water|credit on (?:the|my) (?:meter|electric|gas)|money for (?:the )?(?:electric|gas|meter|food|heating|messages|leccy)|food|messages)|(?:electric|gas|heating|power|boiler|meter) (?:is |has |been |has been |went |going |just went |about to |gonna |s |are |is about to )?(?:~1 )?(?:away|off|cut off|gone|run out|ran out|empty|going off|disconnected|broken|on emergency|finished|aff|run oot|to run out|cut)|meter(?:s)? (?:is )?(?:~1 )?(?:empty|out|done|away)|(?:emergency (?:electric|credit|food|gas))|(?:skint|no money|brassic|broke|penniless|not a penny|zero money|no a penny|potless) (?:~1 )?(?:till|until|for food|to eat|left for|for (?:the )?(?:electric|gas|meter))|(?:freezing|frozen|baltic|cold|dark) (?:in )?(?:~1 )?(?:in my|in the|in this|my|in) (?:~1 )?(?:house|flat|home)|(?:house|flat|home) (?:is )?(?:~1 )?(?:freezing|baltic|like ice|like a fridge)|freezing (?:and (?:cant|no)|tonight|with no)|sitting in the (?:dark|cold)|cant (?:afford|pay for|put) (?:~2 )?(?:food|to eat|the heating|heating|electric|heat|gas|meter|eat|to heat)|(?:need|get|need a|where is|wheres|use|using|to go to) (?:~2 )?(?:food ?bank|foodbank|food parcel|food)(?: (?:parcel|voucher|slip|today|tonight|help))?(?= |$)|choosing between (?:heating|eating|food)|(?:eat|eating|heat|heating) or (?:heat|heating|eat|eating)|(?:im|we are|pure|am|been) (?:~1 )?starving|hungry and|so hungry|(?:im|we are) hungry|need food',
    {
      unless:
        'volunteer|help out|helping at|donate|food hygiene|for lunch now|could murder|starving for (?:attention|company)|lost power of attorney|no power (?:over|of|in)|(?:its|all) fine|last week|job at|work at|work in|engine|steam|power of attorney|new boiler|no gas (?:line|hob|in (?:my|the) street)|off work|gas cooker|switched off the|turned off|starving can|hungry for|whats for (?:dinner|tea)|for (?:the )?dog|freezing outside|cat food|dog food|after (?:the )?gym|electric (?:car|bike|guitar|blanket|shaver)|cold (?:sore|call)|off sick|comfort food|no food allerg\\w*|watching|love|cooking|make food|good food',
    },
  ],
]);

export const concernRules = rules('concern_about_us', [
  [
    'worker',
    'P1',
    '(?:your|ur|the|that|a|one of your|wins|win) (?:~1 )?(?:worker|workers|staff|advisor|adviser|volunteer|volunteers|man at the group|guy at the group|guy fae the group|guy from the group|group leader|support worker|counsellor|mentor|partner organisation|guy from win|woman at the group|man from the group|guy at (?:the )?(?:drop in|group|class|centre)|man at (?:the )?(?:drop in|group|class|centre)|befriender|tutor) (?:~4 )?(?:touched|touching|touches|asked me (?:out|for (?:money|nudes|sex|pictures))|shouted at me|shouted|hit|hurt|grabbed|groped|was drunk|stole|stolen|took my money|borrowed money|texting me at night|texts me at night|texting me (?:dirty|things)|sent me (?:dirty|pictures|things|a picture)|messages me|came to my house drunk|made me (?:uncomfortable|feel unsafe|feel uncomfortable)|inappropriate|creepy|creeps|scares|scared me|was drinking|sexual|racist|abused|bullied|bullies|bullying|threatened|following|kissed|tried to kiss|told everybody|told my|shared my|laughed at me|swore at me|pushed me|put (?:his|her) hands?|put his hand|asked for money|lent|harassing|pervert|perving|comes on to|came on to|keeps asking me)',
    { softens: false, unless: 'jobcentre' },
  ],
  [
    'report',
    'P1',
    '(?:report|complain about|complaint about|concern about|concerned about|worried about|uncomfortable (?:with|around)|scared of|not happy with) (?:~1 )?(?:one of )?(?:your|ur|a|win|the) (?:~1 )?(?:worker|workers|staff|advisor|volunteer|volunteers|mentor|group leader|guy at the group|man at the group|befriender)',
    { softens: false },
  ],
]);
