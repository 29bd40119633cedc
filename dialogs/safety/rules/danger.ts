/** Words of danger this minute, of harm to others, and of a life in danger from the body (guide 2.3: 4, 7, 8). */
import { rules } from '../rule';

export const dangerRules = rules('danger_now', [
  [
    'weapon',
    'P0',
    '<he> ?(?:~2 )?(?:got|has|have|holding|pulled|waving|with|had|carrying|swinging|outside with) (?:~2 )?(?:a |the |his |her )?(?:knife|gun|machete|hammer|bat|blade|axe|weapon|sword|hatchet|bottle at|screwdriver)',
    { unless: 'kitchen drawer|collection|work|toy|football|baseball|cooking|chef|in the film', softens: true },
  ],
  [
    'at-door',
    'P0',
    '<he> (?:~2 )?(?:at|outside|through|kicking|battering|banging|breaking|smashing|trying to get|booting|coming) (?:~2 )?(?:my |the |in |at |through |down )(?:~1 )?(?:door|window|house|flat|close)|<he> (?:~1 )?(?:trying to (?:get|break) in|coming at (?:me|us|her|my)|came at (?:me|us|her|my) (?:~1 )?with)|(?:kicking|battering|smashing|booting|breaking) (?:~1 )?(?:my |the )?(?:front |back )?(?:door|window)s? (?:in|down|through|now)|(?:somebody|man|men|guy|people) (?:~2 )?(?:trying to get|breaking|broke|coming) in',
    {
      unless:
        'delivery|postman|parcel|gas man|engineer|taxi|plumber|council|police|charging point|last year|builders?|joiner',
    },
  ],
  [
    'attack-now',
    'P0',
    '(?:hes|shes|theyre|he is|my (?:man|partner|boyfriend|husband|ex|girlfriend|wife|son|dad) is|getting|being|been|im being) (?:~1 )?(?:strangling|attacking|battering|beating|punching|kicking|stabbing|choking|hitting|attacked|stabbed|raped|raping|followed|chased|chasing|held hostage|killed|battered|mugged|beaten) (?:~1 )?(?:me|us|my mum|up|in|her|him|now|right now|tonight|(?:by|in|outside|down|the))?|(?:im|i am|am) (?:~1 )?being (?:followed|chased|attacked|watched outside)',
    {
      unless:
        'at (?:football|pool|cards|games?|chess|fifa)|drum|by (?:bills|debt|midges|the dwp|emails)|every (?:day|week|weekend|night|time)|for years|when (?:he|she) (?:drinks|drunk)|was being|years|the system|hes been|shes been|goalposts|carpet|eggs|my back in',
    },
  ],
  [
    'gonna-kill',
    'P0',
    '<he> (?:~2 )?(?:gonna|about to|will|threatening to|threatened to|said|says|swears|keeps saying|wants to|trying to|going|want to|tried to|nearly|planning to) (?:~3 )?(?:kill|stab|shoot|strangle|murder|burn|set fire to|do) (?:me|us|my (?:mum|kids|family|house)|the kids|the house|her|him|in)(?! laughing)',
    {
      unless:
        'if i (?:forget|dont eat|miss the bus|scratch)|when (?:she|he) sees (?:the|my) (?:mess|bill|hair)|laughing|lol|haha|good',
    },
  ],
  [
    'help-me',
    'P0',
    '(?:please |pls )?help me(?: please| now| pls)?(?= \\||$| $)(?! with)|help help|sos|(?:im|we are|i dont feel|not|i am) (?:~1 )?in (?:~1 )?danger|(?:send|get|call|phone) (?:~2 )?(?:help|police|the police|999|an ambulance|ambulance)(?: (?:now|please|quick|quickly|for me))?|need (?:the )?(?:police|ambulance) (?:now|please|here|quick)|need help now|emergency',
    {
      unless:
        'emergency (?:food|grant|loan|fund|payment|tax|contact|credit|dentist|accommodation|housing|appointment|gp|electric|plumber|repair|repairs|money|prescription|leave|ing|funding|parcel|top|childcare|doctor)|non emergency|not (?:an |a )?(?:~1 )?emergency|isnt an emergency|contact|credit|no emergency|electric|meter|need police (?:check|clearance)|last week|yesterday|called the police|phoned the police|have i to|should i|do i|dont|could (?:you|u)|can (?:you|u)|to help',
      unclear: true,
      softens: true,
    },
  ],
  [
    'cant-talk',
    'P0',
    '(?:cant|cannot|dont|unable to) (?:~1 )?(?:talk|speak|make noise|make a sound|phone|call) (?:~1 )?(?:hes|shes|theyre|he|she|they|now|somebody|shh)(?: (?:here|listening|in the|next|downstairs|upstairs|outside))?|cant talk(?= \\||$| $)|hiding (?:in|under|from him|from her|from them|behind|with the)|locked (?:~1 )?(?:in the|myself in) (?:bathroom|toilet|bedroom|cupboard|car|room)|hes in the (?:next room|house|hoose)|(?:hes|shes|theyre) (?:coming|on (?:his|her|their) way|coming up the stairs|back|in the house) (?:for me|to get me|to kill|now to|with)|they know where i (?:live|am|stay)|(?:somebody|man|hes|guy|shes|theyre) (?:~1 )?following me|not safe (?:here )?(?:right )?now|not safe in (?:my|the|this) (?:house|flat|home)|(?:im|dont feel|not|never) (?:feel )?safe (?:at home|tonight|in my own)',
    {
      unless:
        'at work|on the bus|in a meeting|later|sore throat|in (?:class|the library)|on (?:facebook|instagram|twitter|tiktok)|money in|presents?|cant speak english|no credit',
    },
  ],
  [
    'fire',
    'P0',
    '(?:house|flat|close|building|kitchen|car|bin)s? (?:is |has gone |just went )?on fire|smell(?:s|ing)? (?:of )?gas|carbon monoxide alarm|set (?:the|my) (?:house|flat|door) on fire',
    { unless: 'alarm (?:test|fitted)|last year|phone house|business' },
  ],
  [
    'threats',
    'P1',
    '(?:threatened|threatening|threatens|threats?|after me|out to get me|gonna get me|coming for me) (?:~2 )?(?:me|us|my life|to (?:hurt|kill|stab|batter|do|burn|break|come|slash)|with a|against|by (?:him|her|them|a gang|dealers|neighbours?|my))|theyre after me|(?:dealers?|gang|men|people) (?:are )?(?:~1 )?(?:after|looking for|chasing) me|put my windows in|(?:i|ive|im) (?:was |got |been |have been |just |being |just been |just got )+(?:~1 )?(?:raped|sexually assaulted|groped)(?: (?:tonight|last night|today|again|this morning|yesterday))?|(?:raped|sexually assaulted|sexual assault|groped|forced (?:himself|me to have sex)|got spiked|drink was spiked|been spiked)',
    {
      unless:
        'eviction|court|legal|with (?:a )?sanction|bailiffs?|to (?:sanction|evict|cut (?:me|my)|stop my)|by the (?:dwp|council|jobcentre)',
    },
  ],
  [
    'knife-picture',
    'P1',
    '(?:knife|gun|blood|knife blood|blood knife)(?= \\||$| $)(?<=^ [^ ]+(?: [^ ]+)?)',
    { unclear: true },
  ],
]);

export const harmRules = rules('harm_to_others', [
  [
    'gonna',
    'P0',
    '(?:im|i am|am|i will|i swear i will|swear im|pure|honestly|ill|think im|might|i might|i could|going|gonna|want to|wanting to|feel like|thinking (?:of|about)|thoughts of|urge to|need to|plan(?:ning)? to|about to|i swear|ready to|want) (?:~2 )?(?:kill|killing|stab|stabbing|shoot|shooting|strangle|strangling|murder|murdering|slash|slashing|smash|bash|burn|poison|run over|set fire to|batter|battering|do time for|hurt|hurting|plunge|attack) (?:~1 )?(?:him|her|them|somebody|everybody|anybody|people|that|this|my (?:~1 )?(?:ex|man|wife|neighbour|neighbours|mum|dad|brother|sister|boss|partner|husband|boyfriend|girlfriend|landlord|son|daughter|kids?|stepdad|uncle|mate|flatmate|cousin|social worker|work coach)|the (?:~1 )?(?:neighbours?|landlord|guy|man|kids?|baby|wean|boy|social worker|dwp|jobcentre|cunt|bastard|prick|weans))',
    {
      unless:
        'feelings|at (?:fifa|football|pool|chess)|wasps?|flies|ants|mice|rats|spiders?|weeds|the bus|jokes?|lol|haha|curry|with kindness|that dog|interview|exam|to see|by accident|dont want to|didnt want to|wouldnt|never|for (?:eating|leaving|being late|forgetting|stealing my)|this (?:course|interview|exam|job|pizza|phone|laptop|computer)|that (?:exam|interview|pizza|phone|cake)|back out|that (?:curry|burger|chippy)',
    },
  ],
  [
    'got-weapon',
    'P0',
    '(?:ive got|got|carrying|took|taking|bought|im getting|im away with) (?:~1 )?(?:a |my )?(?:knife|gun|machete|blade|hammer|bat|axe) (?:~3 )?(?:for|gonna|going|round|and im|use|find|get|waiting|wait) (?:~2 )?(?:him|her|them|it on|to his|to her)?',
    { unless: 'dinner|cooking|work|kitchen|salad' },
  ],
  [
    'voices-harm',
    'P0',
    '(?:hes|shes|theyre|he is|that guy is|somebody is) (?:a |pure )?(?:dead man|gonna get (?:done|stabbed|killed|slashed|it the night|it tonight)|getting (?:stabbed|killed|slashed|plugged|done in|chibbed|murdered|battered tonight))',
    { unless: 'in the (?:game|film|book|show)|picked on|on (?:tv|the telly)|by' },
  ],
  [
    'lost-it',
    'P1',
    '(?:i )?(?:lost it|snapped|lost my temper|lost control|flipped|lashed out|lost the plot|lost the rag|blacked out) (?:~1 )?(?:with|at|and|on) (?:~2 )?(?:hit|hurt|punched|slapped|battered|pushed|grabbed|him|her|them|kids|my)|i (?:~1 )?(?:hit|punched|slapped|hurt|battered|pushed|grabbed|choked|strangled|shook|stabbed|headbutted|skelped|attacked|kicked) (?:~1 )?(?:my (?:~1 )?(?:partner|wife|girlfriend|husband|boyfriend|mum|dad|son|daughter|kid|kids|ex|man|baby|wean|brother|sister)|him|her|them|the (?:kid|baby|kids|wean)|somebody)|(?:dont|cant) (?:~1 )?trust myself (?:~1 )?(?:with|around|near|not to|alone with|anymore|when)|(?:scared|afraid|worried|frightened|feart) (?:of|that|i|im) (?:~2 )?(?:hurt|do to|kill|snap|lose it|what i might do to|might hurt|will hurt|gonna hurt) (?:~1 )?(?:him|her|them|somebody|my|the|kids|kid|baby)?|might (?:hurt|kill|do something to|lash out at) (?:somebody|him|her|them|my)|dont trust myself',
    {
      unless:
        'the (?:ball|wall|bag|car|kerb|post|brakes)|with (?:money|chocolate|cards|gambling)|to (?:save|budget|drive)|up by accident|lost the plot of|my head|by accident|online|key|keys|phone|money|rang|call|her on|back to',
    },
  ],
  [
    'bare',
    'P1',
    '(?:stab|murder|strangle|shoot) (?:him|her|them|somebody|everybody|people)|kill (?:him|her|them all|somebody|everybody)|(?:hes|shes|theyre) (?:pure )?dead (?:when|if) i (?:see|get|find)|thoughts of (?:hurting|killing) (?:somebody|people|others|my|him|her)|(?:homicidal|gonna swing for)',
    {
      unless:
        'feelings|with kindness|could have|nearly|felt like i could|joke|film|game|book|telly|lol|haha|for (?:a|eating|that|leaving)|would never|wouldnt|didnt|never|tried to|trying to|gonna|<he> (?:~2 )?(?:said|says|will|threaten)|wants to',
    },
  ],
]);

const TOOK = '(?:took|taken|take|taking|swallowed|necked|downed|had|eaten|ate|swallowing|scoffed|popped)';

export const medicalRules = rules('medical_emergency', [
  [
    'overdose',
    'P0',
    '(?:overdosed|overdosing|overdose)|(?:ive|i|hes|shes|he has|she has|just|has) (?:~1 )?overdose',
    {
      unless:
        'training|awareness|naloxone (?:training|course)|leaflet|prevention|risk of|scared of|course|workshop|afraid of|worried about|died|killed|of (?:tv|netflix|chocolate|sugar|cake|coffee|information|paperwork)|to an overdose|lost|week|month|want|wants|gonna|thinking|going|thoughts|day is|helpline|service|first aid',
    },
  ],
  [
    'took',
    'P0',
    `${TOOK} (?:~2 )?(?:(?:all|the whole|a whole|too many|loads|lots|most|tons|a load|hunners|a lot|every one|the rest|an extra|<num>) (?:~3 )?<pills>|<pills> (?:~2 )?(?:all|too many|loads|and (?:vodka|drink|whisky|booze|a bottle))|(?:something|bleach|poison|antifreeze|weed ?killer|white spirit|too much)(?: (?:bad|stupid|methadone|heroin|insulin|of my))?(?= |$))`,
    {
      unless:
        'as prescribed|prescribed|a day|every day|each day|daily|for my (?:head|headache|back|pain|tooth|period|migraine)|twice a|with (?:food|breakfast)|two paracetamol|2 paracetamol|one paracetamol|couple of paracetamol|how many|supposed to|meant to|had to take|on me|on too much|off me|away from me|took too much (?:tax|money|rent|time|on)|taken too much|my money|took something (?:from|off|of|out)|had something|eaten something|ate something|take something|taken something|taking something|took too much|had too much|each morning|at night|to sleep at night|a week|since i started|for years|will|gonna|could|can i|should i|before|i take|they took|he took my|she took my',
    },
  ],
  [
    'too-much',
    'P0',
    '(?:too many|too much) (?:~1 )?<pills>|took too much(?= \\||$| $)|(?:ive )?(?:taken|had) (?:something|too much) (?:and|bad|i)|double dropped|bad (?:gear|batch|drugs|pill)|dodgy (?:gear|pills|valium|drugs)|been spiked|gone over|hes went over|shes went over|(?:hes|shes|mate|pal|he|she|friend) (?:has |has just |just )?(?:od|overdose|gone under)',
    {
      unless:
        'on my prescription|side effects|doctor|gp|prescribed|been on|they have me on|warning|alert|training|gone over (?:my|the|it)',
    },
  ],
  [
    'not-breathing',
    'P0',
    '(?:<not>|cant|isnt|hardly|barely|stopped|struggling to|finding it hard to|trouble) (?:~1 )?(?:breathe|breathing|breath|get (?:a|my) breath|catch my breath)|(?:wont|doesnt|cant|not|isnt|no|cannot) (?:~1 )?(?:wake|waken|waking|wakening|respond|responding|come round|coming round|moving)(?: up| him| her)?(?: up)?|(?:cant|couldnt) (?:wake|waken|rouse) (?:him|her|them|my)|(?:hes|shes|he|she|theyre|im|has|is|my mate|pal|found (?:him|her)) (?:~2 )?(?:unconscious|collapsed|passed out|fitting|having a (?:fit|seizure|stroke|heart attack)|choking|turning blue|gone blue|blue|foaming|bleeding (?:out|heavily|badly|loads|everywhere|a lot)|lifeless|unresponsive|out cold|flat out)|blue lips|lips (?:are|is|gone|have gone|turning|going) (?:~1 )?blue',
    {
      unless:
        'at night because of the heat|walking up|upstairs|hill|stairs|space to breathe|the (?:bus|car|queue|list|case|computer|council)|house|sleep apnoea|not moving (?:house|home|out|in|away|on|there|here|till|until)|no moving (?:costs|date)|room to breathe|for work|in the morning|alarm|dont want|(?:mind|rather|wish|like|want|hoping|dream|dreaming) (?:~2 )?(?:not|never|no)|not waking|nightmares|dont wake|want to|hope|asthma clinic|anxiety|in blue|true blue',
    },
  ],
  [
    'chest',
    'P0',
    'chest (?:is )?(?:~1 )?(?:pains?|tight|tightness|sore|hurting|crushing|killing me|agony)|pains? (?:~1 )?(?:in|across|down) my (?:~1 )?(?:chest|arm)|heart attack|having a stroke|(?:face|mouth) (?:has )?(?:dropped|drooping|droopy)|slurring|slurred speech|took a (?:stroke|seizure|fit)|allergic reaction|throat (?:is )?(?:closing|swelling)|anaphyla\\w+|(?:bleeding|blood) (?:~2 )?(?:everywhere|wont stop|all over|pouring|out my|heavily)|(?:wont|cant) stop (?:the )?bleeding|coughing up blood|vomiting blood|been stabbed|stabbed me|got stabbed|waters? (?:have |just )?broke|head injury|meningitis|sepsis|(?:baby|wean|kid) (?:~2 )?(?:floppy|limp|blue|not breathing|choking|fitting)|(?:having|taking|took|had) (?:a )?(?:fit|seizure|fits)|withdrawal(?:s)? (?:~2 )?(?:fit|fits|seizure|seizures|hallucinating)|rattling and (?:seeing|fitting)',
    {
      unless:
        'years ago|last (?:year|month)|nearly (?:had|gave|took)|gave me a|after (?:a|my|his|her)|history of|had a (?:heart attack|stroke|mild)|since|recovering|in \\d+|freezer|drawers|gonna have a|nearly|almost|when i was|panic|got a chest infection',
    },
  ],
  [
    'drugs-now',
    'P1',
    '(?:mixing|mixed|mix) (?:~2 )?(?:valium|heroin|drink|methadone|alcohol|pregabalin|gabapentin|benzos|opiates) (?:~1 )?(?:with|and)|using alone|injecting alone|(?:stopped|stop|coming off|come off|quit) (?:the )?(?:drink|drinking|alcohol|valium|bevvy|benzos) (?:~3 )?(?:shaking|seeing things|sweating|shakes|hallucinating)|the (?:dts|horrors|rattle)|(?:shaking|sweating) (?:~3 )?(?:not had a drink|no drink|withdrawal)',
    { unless: 'pattern' },
  ],
]);
