/** Ideas that danger is told by, found by hand-written patterns. What they mean together is learned, not ruled. */
import { search } from '../../../dialogs/safety/rule';

export interface Concept {
  readonly name: string;
  readonly says: RegExp;
}

/** In the plain spelling of dialogs/safety/words, where each sentence ends with `|`. */
const LISTED: readonly (readonly [string, string])[] = [
  [
    'burden',
    '(?:burden|weight (?:on|round)|drag on|dead weight|in (?:the|their|his|her) way|holding (?:them|him|her) back|better off without|easier without|lighter without|spared|less trouble|one less|better (?:place|life) without|cost(?:ing)? them|using up)',
  ],
  [
    'finality',
    '(?:last time|the last|last (?:ever|one|tin|night|day|message|thing)|for good|for ever|forever|wont be (?:needing|need|here|back|in|around|a bother)|wont need|no need for|where im going|where i am going|by (?:then|the weekend|tomorrow|morning|monday|friday)|after (?:tonight|tomorrow|friday|today)|signing off|this is me|thats me|its over|all over|been decided|ive decided|made up my mind|at peace|calm now|not long now|soon be over|nearly over)',
  ],
  [
    'goodbye',
    '(?:goodbye|goodbyes|cheerio|farewell|night night|tell (?:~3 )?(?:i loved|i love|im sorry|sorry|it wasnt|it was not)|say sorry|forgive me|sorry for everything|thanks for everything|thank you for (?:being|all|everything)|been kind|was kind|look after (?:my|the|him|her|them|each)|take care of (?:my|the|him|her|them)|remember me)',
  ],
  [
    'giving',
    '(?:gave|giving|given|give|gien|handed|handing|leaving|left|leave) (?:~3 )?(?:away|ring|watch|guitar|dog|cat|keys|stuff|things|records|tools|bike|xbox|playstation|necklace|medals|phone|airpods|collection)|who gets|found (?:~2 )?(?:a )?home for (?:the|my)|labelled|in an envelope|envelopes?|my will|affairs in order|sorted (?:the|my) (?:funeral|will|papers|affairs)|cancelled (?:my|the|everything)|passwords?',
  ],
  [
    'not-here',
    '(?:not|no|dont|never) (?:~2 )?(?:be here|be about|be around|exist|wake up|wake|live|be alive|be born|carry on|go on)|(?:stop|quit) existing|disappear|vanish|nothingness|not waking|dont wake|six feet under|in the ground|join (?:him|her|them|my)|with (?:him|her) again|want out|off this (?:earth|world)',
  ],
  [
    'method',
    '(?:rope|ligature|noose|belt|bridge|tracks|railway|train|roof|ledge|cliff|the clyde|the river|the falls|motorway|stash|stashed|saved up|saving up|stockpil\\w+|counted (?:~1 )?(?:them|out|my)|blades?|razor|bleach|antifreeze|hosepipe|how many|enough (?:pills|tablets|of them)|the lot|all of them|whole (?:box|packet|bottle|strip))',
  ],
  [
    'self-harm',
    '(?:cut|cutting|cuts|scratch|scratching|burn|burning|hurt|hurting|harm|harming|bang|banging|punch|punching) (?:~2 )?(?:myself|herself|himself|themselves|my (?:arms?|legs?|wrists?|thighs?|head)|her (?:arms?|legs?)|his (?:arms?|legs?))|long sleeves|sleeves|plasters|sharpener|relapsed',
  ],
  [
    'no-future',
    '(?:no (?:future|point|reason|hope|way out|tomorrow)|cant (?:see|picture|imagine) (?:~3 )?(?:future|year|summer|christmas|next|tomorrow|me|past)|dont see (?:~2 )?(?:future|christmas|point|past)|whats the point|nothing left|nothing to|pointless|given up|giving up|stopped (?:caring|bothering|making plans)|not planning|wont see|tired of (?:~2 )?(?:fighting|trying|living|being|it)|had enough|cant do (?:this|it))',
  ],
  [
    'hiding-us',
    '(?:delete (?:this|it|these)|dont (?:reply|ring|phone|call|text|write) (?:~2 )?(?:he|she|they|after|when|here|the|me|until)|cant (?:talk|speak|say more|type|stay|be long|write)|have to (?:be )?(?:quick|go)|hes (?:in|coming|back|up|awake|home)|shes (?:in|coming|back|home)|in the next room|before (?:he|she) (?:is|gets|comes|wakes)|while (?:hes|shes|he is)|(?:checks|reads|goes through|looks at) my (?:phone|messages|texts)|he (?:cant|mustnt) (?:know|see|find)|not (?:on|to) this phone|say its (?:the|about))',
  ],
  [
    'controlled',
    '(?:wont let|doesnt let|dont let|not allowed|isnt allowed|arent allowed|lets me|let me|has to (?:ask|know)|ask (?:him|her) (?:first|for)|need (?:his|her) (?:ok|permission|say)|permission|gives me \\d|allowance|times me|clocks? me|counts (?:the|my)|picks (?:my|what)|chooses (?:my|what|who)|decides (?:what|when|who)|tracks? (?:my|me)|tracker|find my|cameras?|my (?:bank )?card|my wages|my money|my passport|(?:has|took|takes|keeps|holds|hid|hides) (?:~2 )?(?:my|her|the|his|our) (?:~1 )?(?:phone|keys?|card|money|wages|passport|papers|documents|id|pension|book|medication|car|shoes))',
  ],
  [
    'moods',
    '(?:eggshells|his moods?|her moods?|temper|when (?:he|she) (?:drinks|drunk|is angry|gets|loses|comes)|depends (?:~2 )?mood|in a mood|kicks? off|flies off|goes (?:mental|off|for me)|loses it|snaps?|i flinch|dont argue|keep (?:quiet|him|her) (?:happy|calm)|set (?:him|her) off|listen for (?:his|the)|key in the door)',
  ],
  [
    'blames',
    '(?:walked into|fell down|my own fault|made (?:him|her) do|i bruise|clumsy|its only when|he says sorry|says sorry after|hes sorry|never really hurt|not really hurt|he doesnt mean|he didnt mean|always (?:sorry|cries) (?:after|afterwards))',
  ],
  [
    'breaks-in',
    '(?:kicking|battering|banging|booting|breaking|smashing|at|through|trying) (?:~2 )?(?:the |my |her )?(?:~1 )?(?:door|window|gate|lock|glass)|on the stairs?|up the stairs|coming up|in the (?:close|house|room|garden)|inside now|got in|hes outside|theyre outside|wont leave|will not leave|not left|refus\\w+ to leave|followed|following me|behind me|hiding|under the bed|in the (?:wardrobe|bathroom|cupboard|loft)|locked (?:in|myself)',
  ],
  [
    'come-now',
    '(?:send (?:~2 )?(?:someone|somebody|help|police|car|them|anyone)|come (?:quick|now|please|soon|fast)|please come|hurry|quick(?:ly)?|get (?:somebody|help|here)|need (?:police|help now|somebody now)|someone come|call (?:the )?police|police please|help (?:us|me|her|him)|what do i do|what should i do|now please|right now|any minute|minutes away|on (?:his|her|their) way)',
  ],
  [
    'weapon-held',
    '<he> (?:~3 )?(?:a |the )?(?:~1 )?(?:knife|gun|hammer|bat|machete|axe|blade|petrol|scissors|bottle|crowbar|poker|sword)|knife (?:to|at|in|out)|drawer is open|tooled up|in my (?:bag|pocket|sock|hand|jacket)',
  ],
  [
    'body-fails',
    '(?:cant (?:breathe|feel|see|move|stand|swallow|speak|wake|stop (?:the )?(?:bleed|shak|vomit|being)\\w*)|not (?:breathing|waking|responding|moving|answering|making sense|right)|wont (?:wake|stop|respond|come round|waken)|stopped (?:breathing|moving|making)|out cold|passed out|passing out|face (?:has )?(?:dropped|drooped|fell|gone)|one side|slurr\\w+|blue|lips|crushing|tight(?:ness)?|elephant|down my arm|jaw|short of breath|gasping|wheez\\w+|eyes (?:rolled|rolling|white)|jerk\\w+|floppy|limp|soaked (?:in|through)|pouring|heart (?:is )?(?:going|racing|doing|pounding|beating|stopping)|burst(?:ing)? (?:for|out)|heavy bleeding|worst (?:headache|pain)|stiff neck|rash|swell\\w+|swollen|throat (?:is )?(?:closing|tight|swelling))',
  ],
  [
    'taken-thing',
    '(?:swallowed|swallied|ate|drank|took|taken|taking|injected|snorted|been into|got into) (?:~3 )?(?:battery|bleach|pills?|tablets?|too many|too much|more of|double|extra|a few|something|whole|handful|lot of|patches|methadone|mushrooms?|berries|paint|magnet|all)',
  ],
  [
    'no-food',
    '(?:nothing (?:~1 )?(?:in|to eat|for (?:tea|dinner|breakfast|the)|left|but)|no (?:food|bread|milk|formula|dinner|tea|nappies)|(?:cupboards?|fridge|freezer|shelves|kitchen|larder) (?:~1 )?(?:is |are )?(?:empty|bare|bone)|(?:not|havent|hasnt|dont|didnt|never|no) (?:~1 )?(?:eaten|eat|ate|fed|had (?:a )?(?:proper )?(?:meal|food|dinner))|skip\\w* meals|sugar sachets|last (?:tin|of the|slice|bit)|down to (?:~1 )?(?:a|one|my|our|the|two)|water (?:for|instead|to fill)|watering (?:down|the)|so (?:the )?(?:kids|he|she|they|weans) (?:can|could) eat|hungry|starving|for (?:tea|dinner) again|out of (?:a )?bins?|thinn?(?:ing|er)|tummy (?:is )?(?:rumbl|sore|empt)\\w*)',
  ],
  [
    'no-heat',
    '(?:no (?:heat|heating|electric|gas|power|light|hot|credit)|(?:meter|electric|gas|heating|power|boiler|lights?) (?:~2 )?(?:off|out|gone|run|away|cut|dead|broke|broken|stopped|empty|ran)|emergency (?:credit|gone)|see (?:my|our|your) breath|in (?:our|their|my|his|her|the) coats?|hats? on|by candle\\w*|torch\\w*|candles?|house is \\d+|degrees|sitting in the (?:dark|cold)|frozen|freezing|all in (?:one|the one)|one room|one bed)',
  ],
  [
    'no-shelter',
    '(?:nowhere (?:to )?(?:~1 )?(?:go|stay|sleep|tonight)?|(?:kicked|chucked|put|thrown|threw|locked|flung|turfed|told to (?:get|leave)|asked to leave) (?:~2 )?(?:out|us|me|leave)|(?:sleeping|slept|sleep|sitting|sat|staying|living|night) (?:~2 )?(?:in|on|at|under|outside) (?:~2 )?(?:car|van|street|park|bench|doorway|close|stairwell|stair|station|bus|tent|shed|bin|bins|rough|floor|graveyard|church|hospital|toilets|lock up)|sofa surf\\w*|couch|out on the street|no (?:bed|roof|home|place|keys?)|changed the locks|a bag|bin bags?|suitcase|full tonight|hostel (?:is )?full|out by|by the night|last bus|homeless|walking (?:round|about|to keep)|released|liberat\\w+)',
  ],
  [
    'child-small',
    '(?:<kid>|wee (?:one|man|girl|boy|sister|brother)|next door|im (?:8|9|10|11|12|13|14|15)|i am (?:8|9|10|11|12|13|14|15|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)|in (?:p\\d|s[1-4]|first year|second year|third year|primary))',
  ],
  [
    'child-sign',
    '(?:bruis\\w+|marks|dirty|smells|same clothes|always hungry|no coat|no shoes|no jacket|bare feet|on (?:his|her|their) own|left alone|home alone|by (?:him|her|them)sel\\w+|wets?|flinch\\w*|screaming|our (?:wee )?secret|secret|touch(?:es|ed|ing)?|comes? (?:in|into) my (?:room|bed)|shows? me|makes me (?:do|sit|watch|look|touch)|(?:hits|hit|belts?|leathers?|skelps?|locks?|hurts?) (?:me|us|him|her|them|my)|passed out|not (?:been )?(?:seen|home|back|in school)|missing|ran away|run away|never came (?:home|back)|look after (?:my|the) (?:~1 )?(?:brothers?|sisters?|mum|wee|baby)|dont tell|put (?:in|into) care|scared (?:to|of) (?:go|going|my|mum|dad|him|home)|dont want to go (?:home|to))',
  ],
  [
    'harm-wish',
    '(?:(?:kill|hurt|stab|harm|batter|smash|burn|smother|shake|strangle|do|end|finish|shut) (?:~1 )?(?:him|her|them|it|somebody|people|the (?:baby|wean|kids?|cat|dog|boy)|my (?:~1 )?(?:son|daughter|baby|dad|stepdad|brother|mum|kids?|boss|neighbour|man|husband|wife|ex)|his|in)|put (?:him|her|them) in (?:the|a)|what (?:i|id|ill|i would|i might) do|scared (?:i|il|ill|of what i|of what id|of what i might)|before i do|do something (?:bad|i|ill)|lose it with|lost it with|stop myself|for their sake|theyll be sorry|hell be sorry|make (?:him|her|them) (?:pay|sorry)|gets? what|waiting (?:for|on) him|find(?:ing)? (?:him|out where)|where (?:he|she|they) (?:lives?|works?|stays?|drinks?)|i know (?:his|her|where)|outside (?:his|her)|my hands? (?:on|round|around)|enjoy(?:ed)? (?:it|hurting|frighten\\w+)|red mist|fists?)',
  ],
  [
    'made-to',
    '(?:make me|makes me|making me|made me|force[sd]?|have to (?:~2 )?(?:carry|hold|keep|sell|deliver|sleep|do|work|go|pay|see)|working it off|work it off|pay(?:ing)? (?:it |them |him )?(?:off|back)|paid back|interest|owe (?:him|them|her|money|the)|i owe|the man|the men|the boys|the guys|bring(?:s)? (?:men|people|folk|his)|his (?:friends|pals|mates)|my flat|moved in|using my|in my (?:flat|name|account)|sell(?:ing)? (?:out|from|stuff|for)|deliver(?:y|ing)?|package|parcel|rucksack|the bag|gifts?|trainers|new phone|older (?:boy|man|guy)|online|pics?|photos?|video|send (?:it|them|more|another)|post (?:it|the|them)|everybody sees|or (?:they|he|hell|theyll|else)|passport|visa|no contract|no wages|locks? us|sleep (?:in|at) (?:the )?(?:work|kitchen|shop|restaurant|site))',
  ],
  [
    'strange-belief',
    '(?:voices?|whisper\\w*|(?:in|through) (?:my|the|his|her) (?:head|walls?|vent|telly|tv|radio|phone)|talk(?:s|ing)? (?:to|about) (?:me|the (?:walls?|moon|curtains|telly))|(?:telly|tv|radio|news|number plates?|adverts?|birds|lights?) (?:~2 )?(?:talk\\w*|say\\w*|said|knows?|message\\w*|sending|about me)|chip|implant\\w*|bug(?:ged|s)|wire[sd]?|cameras? in|poison\\w*|in (?:my|the|his|her) food|beam\\w*|signals?|microwaves?|signs?|chosen|mission|prophet|god (?:told|says|is|has)|angels?|devil|demons?|they (?:know|put|switch\\w*|swap\\w*|replac\\w*|read)|not (?:my|her|his) real|imposter|impostor|reads? my (?:mind|thoughts)|my thoughts|follow\\w* me|gang stalk\\w*|same (?:car|van|man)|dont need (?:to )?sleep|not slept|no sleep|up since|awake (?:for|since)|never felt better|know everything|tin ?foil|taped|stopped (?:eating|washing|taking (?:my|his|her|the)))',
  ],
  [
    'dementia',
    '(?:dementia|alzheimers?|confused|wander\\w*|in (?:her|his) nightie|doesnt know (?:me|where|who)|thinks (?:i am|im|its|shes|hes)|kettle in|left the gas)',
  ],
  [
    'neglect-self',
    '(?:not (?:washed|eating|washing|getting up|left the house)|havent (?:washed|left|been out|opened)|stopped (?:washing|answering|opening|eating|taking)|cant (?:wash|get up|get out|look after|manage)|rotting|maggots|piled? up|sores?|living in (?:filth|squalor)|smell myself|rats)',
  ],
  [
    'denies',
    '(?:not (?:suicidal|like that|in danger|a danger|scared|that|worried|hurting|gonna)|never (?:hurt|hit|touched|laid|would)|no (?:danger|worry|worries|harm|drama|threat|thoughts)|wouldnt (?:hurt|harm|do)|dont (?:worry|panic|mean)|didnt mean|nothing (?:bad|sinister|serious|like)|its (?:fine|ok|alright|nothing)|im (?:fine|ok|safe|alright|grand|good)|hes (?:fine|ok|lovely|good)|shes (?:fine|ok|grand)|were (?:fine|ok)|all (?:safe|fine|good|well)|no in that way|not in that way|just (?:saying|a joke|joking|kidding|tired)|only (?:joking|kidding)|figure of speech|so to speak|joke)',
  ],
  [
    'long-ago',
    '(?:years? (?:ago|back)|when i was|used to|back then|long time ago|in (?:19|20)\\d\\d|in the (?:sixties|seventies|eighties|nineties)|since i was|last (?:year|winter|summer)|months ago|\\d+ years|in my (?:twenties|thirties|teens|day)|was (?:wee|young)|came through|got through|behind me|recovered|in recovery|clean (?:for|since)|sober)',
  ],
  [
    'resolved',
    '(?:he (?:was )?(?:arrested|jailed|charged)|shes (?:home|out|away)|hes (?:home|away|inside|in jail|locked up)|got away|i left (?:him|her)|moved (?:out|away)|sorted|better now|fixed|back (?:on|home)|doctor (?:says|said|knows|has)|hospital (?:kept|sorted|said)|all clear|gp (?:knows|has|says)|on the mend|social work(?:er)? (?:knows|sorted|has)|got (?:a|my|the) (?:flat|house|key|keys)|council (?:gave|found|sorted))',
  ],
  [
    'story',
    '(?:film|book|song|telly|series|episode|documentary|novel|game|podcast|panto|play|story|movie|netflix|corrie|eastenders|fortnite|minecraft|lyrics|murder mystery|quiz|essay|training|course|lecture|my job|at work|as a (?:nurse|teacher|carer|volunteer|paramedic|porter|police))',
  ],
  [
    'bereaved',
    '(?:passed away|passed|funeral|lost (?:my|her|his|our)|died|since (?:he|she) (?:died|went|passed)|widow\\w*|grave|miss (?:him|her|them)|grief|anniversary)',
  ],
  [
    'idiom',
    '(?:to death|killing me|dying (?:for|to|of)|dead (?:good|tired|nice|brilliant|funny|easy|proud|end|chuffed|keen)|murder (?:a|for|on)|could murder|kill for|die of|died (?:of|laughing|when)|drives? me|driving me|over my dead|hang on|hanging (?:about|out)|shoot|blast|smash(?:ed|ing) it|bleeding (?:obvious|heart|hell)|starving (?:already|here|for)|battered (?:fish|sausage)|knock(?:ed)? (?:me )?out|stab at|heart attack|had a fit|fit to burst|losing my mind|mental|crazy|head in)',
  ],
];

export const CONCEPTS: readonly Concept[] = LISTED.map(([name, words]) => ({ name, says: search(words) }));
