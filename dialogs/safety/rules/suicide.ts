/** Words of suicide: something under way or planned, thoughts of it, and hurting oneself (guide 2.3, 1 to 3). */
import { rules } from '../rule';

const ENDING =
  '(?:kill(?:ing)? <self>|hang(?:ing)? <self>|drown(?:ing)? <self>|shoot(?:ing)? <self>|poison(?:ing)? <self>|do(?:ing)? <self> in|top(?:ping)? <self>|end(?:ing)? (?:it all|it|(?:my|his|her|their) (?:own )?life|my days|things for good)|tak(?:e|ing) (?:my|his|her|their) own life|slit(?:ting)? (?:my|his|her) wrists?|jump(?:ing)? (?:off|in front|from|under) ~2 (?:bridge|roof|train|flats|building|car|bus|lorry|cliff|window|motorway|tracks)|overdos(?:e|ing)|suicide)';

export const suicideActRules = rules('suicide_act', [
  [
    'act-means',
    'P0',
    '(?:ive|i|got|have|has|hes|shes|he|she|sitting|sat|here with) ~3 (?:the|a|my|all my|these|enough|all the|his|her) ~2 (?:pills|tablets|rope|noose|blade|razor|razors|gun|knife|paracetamol|meds|medication|belt) ~2 (?:here|ready|in front|in my hand|next to me|saved|counted|lined up|laid out|tied|round my neck|to my wrist|with me|to do it)',
  ],
  [
    'act-saving',
    'P0',
    '(?:saving|stashing|stockpiling|collecting|hoarding|counting|saved|stashed|stockpiled) (?:up )?~2 <pills>',
    { unless: 'money|prescription for|chemist' },
  ],
  [
    'act-tonight',
    'P0',
    '(?:tonights (?:the|my) (?:last )?night|tonight is (?:the|my) (?:last )?night|the nights the night|doing it <now>|gonna do it <now>|do it tonight|by (?:the )?(?:morning|tomorrow) i(?: will|ll)? be (?:gone|dead)|wont be here (?:tomorrow|in the morning|by (?:morning|tomorrow))|this is my last night|last (?:night|day) on (?:this )?earth)',
  ],
  [
    'act-place',
    'P0',
    '(?:im|i am|hes|shes|standing|stood|sitting|sat|up) ~3 (?:on|at|off) (?:the )?(?:~2 )?(?:bridge|roof|ledge|tracks|railway line|train tracks|platform edge|multi storey|cliff|edge of)',
    {
      unless:
        'work(?:ing|s)?|job|roofer|tools?|bus|meet(?:ing)?|photo|walk(?:ing)? over|near|lights|traffic|stuck|bottom of',
    },
  ],
  [
    'act-jump',
    'P0',
    '(?:gonna|about to|im|want to|ready to|wants to|hes|shes|threatening to) ~2 (?:jump(?:ing)?|throw(?:ing)? <self>) (?:~2 )?(?:off|in front|under|out|from|into the (?:clyde|river))',
    { unless: 'parachute|plane|sky ?dive|charity|swim|pool|bed|bath' },
  ],
  [
    'act-note',
    'P0',
    '(?:wrote|written|writing|left|leaving|write) (?:~2 )?(?:my|a|the|his|her|goodbye|suicide) ?(?:~1 )?(?:notes?|goodbyes?|letters?) (?:to|for) (?:the |my |everybody|them|my mum)|wrote my notes?|(?:goodbye|suicide|final) (?:note|letter)s?|written my (?:notes?|letters?|will and)',
    { unless: 'sick|doctor|teacher|course|housing|sorry note|charity|support' },
  ],
  [
    'act-note-own',
    'P0',
    '(?:wrote|written|writing|left|leaving) ~1 my (?:notes?|goodbyes?|letters)',
    { unless: 'lecture|class|college|study|exam|course|cover' },
  ],
  [
    'act-plan',
    'P0',
    '(?:have|got|made|ive|has|worked out) (?:~2 )?(?:a|my|the) plan ~2 (?:to (?:die|end|kill|do it)|for (?:ending|killing|how))|(?:planned|planning|worked out|know|decided|picked|chosen) (?:~1 )?(?:how|when|where|the day|the date|my death|to die) (?:im |ill |i will |i am |i would |to )?(?:gonna |going )?(?:do it|die|kill <self>|end it)|its all (?:set|planned|ready|sorted)(?: now)?(?: for tonight)?|everything is (?:set|in place) (?:for|to) ~2 (?:end|die|tonight)|planning (?:my )?(?:suicide|to (?:kill|end|hang|die))',
    {
      unless:
        'wedding|party|trip|holiday|funeral|course|meeting|move|interview|christmas|appointment|council|housing|benefits|jobcentre|landlord|bank|gp',
    },
  ],
  [
    'act-gonna',
    'P0',
    `(?:im|i am|hes|shes|theyre|am) (?:~1 )?(?:gonna|about to|away to|ready to) ~2 ${ENDING}|i will (?:~1 )?${ENDING}|(?:gonna|about to) ~2 (?:kill <self>|hang <self>|end my life|end it (?:all|tonight|now))|${ENDING} (?:~1 )?<now>`,
    { unless: 'relationship|marriage|contract|call|chat|tenancy|lease|this conversation|with him|with her' },
  ],
  [
    'act-doing',
    'P0',
    '(?:tried|trying|attempted|attempting) to (?:~1 )?(?:kill|hang|drown|end|top|strangle|poison|take) (?:<self>|(?:my|his|her|their) (?:own )?life|it)|(?:slit|slitting|slashed|slashing) (?:my|his|her) (?:wrists?|throat|arms?)|(?:noose|rope|ligature|belt) (?:is )?(?:around|round|on) (?:my|his|her) neck|ive (?:just )?(?:taken|cut|hung) ~2 (?:it all|my wrists)|made an attempt on (?:my|his|her) life|suicide attempt',
  ],
  [
    'act-goodbye',
    'P0',
    '(?:goodbye|bye) (?:everybody|all|world|forever|for ever|for good|cruel world)|(?:this is|its) (?:my )?(?:goodbye|good bye|the end for me)|said (?:all )?my goodbyes|say(?:ing)? (?:my )?(?:final |last )?goodbyes?|tell my (?:~1 )?(?:mum|dad|kids|family|girls|boys|son|daughter|partner) ~3 (?:love|loved|sorry)|look after my (?:kids|cat|dog|cats|dogs|mum) (?:~3 )?(?:when|after|once) im gone|i wont be (?:around|here) (?:~2 )?(?:anymore|much longer|long)',
    { unless: 'leaving do|moving away|work colleagues|holiday|new job|retir\\w+' },
  ],
  [
    'act-giving',
    'P0',
    '(?:giving|gave|given) (?:~1 )?(?:all )?(?:my )?(?:stuff|things|belongings|pets?|dog|cat) away (?:~4 )?(?:wont need|before i go|die|gone)|dont need (?:it|them|my things) where im going',
  ],
]);

export const suicideThoughtRules = rules('suicide_thoughts', [
  [
    'want-die',
    'P1',
    '(?:want|wanted|wants|wanting|wish|wished|wishes|wishing|hope|hoping|ready|rather|prefer|like|praying|pray|deserve|deserves|need|better|going|thinking (?:of|about)|think about) (?:~2 )?(?:to )?(?:~1 )?(?:die|be dead|dying|was dead|were dead|wasnt (?:here|alive|born)|werent (?:here|alive)|never been born|not (?:exist|be here|be alive|wake up|wakened)|disappear for ever|go to sleep and not|sleep for ever|sleep forever|not be (?:here|alive)|stop existing|not exist|never wake up|wasnt waking up)',
    {
      unless:
        'for a|of (?:laughing|embarrassment|boredom|shame|curiosity)|my hair|hard|plants?|battery|phone|with (?:dignity|laughter)|than|to try|to see|to know|to get|to go to',
    },
  ],
  [
    'wish-dead',
    'P1',
    '(?:wish|wishes|wished) (?:i|he|she|they|id|hed|shed|i would|i had|i could|it would|it was)? ?(?:~1 )?(?:dead|never been born|wasnt here|wasnt born|werent here|wasnt alive|never woke up|dont wake up|wouldnt wake up|just die|all over|not here|die|end)',
    {},
  ],
  [
    'better-dead',
    'P1',
    '(?:better off|happier|better) (?:~2 )?(?:dead|without me|if i (?:wasnt|was not|was gone|was dead|died|werent|disappeared|wasnae)|no here|not here|if i just)|(?:everybody|they|family|kids|mum|world|nobody|weans|he|she|all) ~3 (?:be|better|happier) ~1 off without (?:me|him|her)|<not> care (?:if|whether) i (?:live|die|lived|died)|(?:glad|happy) (?:~1 )?(?:to see the back|if i died)',
  ],
  [
    'end-it',
    'P1',
    `(?:want|wants|wanted|wanting|need|going|gonna|thinking|think|thought|thoughts|feel like|feeling like|felt like|might|could|would|should|keep|tempted|considering|considered|contemplating|ready|urge|urges|planning|rather|easier|just|cant stop|better|talks|talking|talked|threatening|threatened|says|said) (?:~3 )?${ENDING}`,
    {
      unless:
        '(?:the |my |a |our )(?:relationship|marriage|contract|call|chat|tenancy|lease|conversation|phone|membership|claim)|with (?:him|her|my (?:man|boyfriend|girlfriend|partner|husband|wife))|prevention|awareness|training|squad',
    },
  ],
  [
    'suicide-word',
    'P1',
    '(?:feel|feeling|am|im|been|get|getting|felt|hes|shes|is|was|very|really|pure|so|still|bit|actively|always|thoughts of|thinking about|thinking of|feels|being|went) ~1 (?:suicidal|suicide)',
    { unless: 'prevention|squad|awareness|training|course|leaflet' },
  ],
  [
    'suicide-bare',
    'P1',
    'suicidal|suicide',
    {
      unless:
        'prevention|squad|awareness|training|course|first aid|leaflet|bomb(?:er|ing)|film|movie|book|documentary|podcast|song|research|statistics|charity|vigil|walk for|by suicide|to suicide|policy|helpline|doors|his suicide|her suicide|their suicide|after the suicide|brothers suicide|dads suicide|mums suicide|friends suicide|sons suicide|lost',
      unclear: true,
    },
  ],
  [
    'kill-self',
    'P1',
    '(?:kill|killing|hang|hanging|drown|drowning|top|topping|hung) <self>|end my life|take my own life|end his life|end her life',
    { unless: 'laughing|at the gym|in this heat' },
  ],
  [
    'not-be-here',
    'P1',
    '(?:dont|doesnt|didnt|not|never|no) (?:~1 )?(?:want|wants|wanted|wanting) (?:to )?(?:~1 )?(?:be (?:here|alive|on this (?:earth|planet)|in this world)|live|exist|wake up|go on|carry on|see tomorrow|keep going|do (?:this|it) anymore|be on this earth|continue)|(?:not|no) (?:~1 )?be here anymore|dont see (?:~2 )?(?:a |any )?(?:future|point|way out|way forward|way through)|no(?:t)? (?:want|wanting) to live',
    {
      unless:
        'at this (?:meeting|class|job|flat)|in (?:this|that) (?:flat|house|area|street|scheme|close|town)|with (?:him|her|them|my (?:mum|dad|ex|parents))|in (?:blantyre|rutherglen|glasgow|hamilton|a hostel)|next (?:to|door)|on (?:universal|benefits)|up (?:here|there)|a lie|like that|alone|on my own',
    },
  ],
  [
    'cant-go-on',
    'P1',
    'cant (?:~1 )?(?:go on|carry on|keep going|do (?:this|it|life|any of this)|take (?:it|this|anymore|much more|any more)|cope|live|face (?:another|the|it|tomorrow|life)|see a way|handle (?:this|it)|keep doing|stick (?:it|this)|hack (?:it|this)|be (?:here|alive)|thole it|stand (?:it|this|living|being)) ?(?:~2 )?(?:like this |this way )?(?:anymore|any longer|much longer|more|another (?:day|night|minute)|with (?:it|life|living)|on like this)?',
    {
      unless:
        'anymore (?:overtime|shifts|noise)|form|forms|online|website|app|exam|class|course|homework|maths|stairs|parking|the heat|the noise|the cold|phone|date|appointment|tuesdays?|mondays?|wednesdays?|thursdays?|fridays?|weekends?|interview|on the bus|take (?:it|this) (?:in|back|up)|without my|live with (?:him|her|them)|live here|live there|live in|in this flat|face to face|this week|by myself|physically|that time|that day|alone because of my back|more hours|until',
      unclear: true,
    },
  ],
  [
    'done',
    'P1',
    '(?:im|i am|am|just|so|pure|feel|totally|completely) (?:~1 )?(?:done|finished|through|over it) (?:with (?:it all|everything|life|living|this life|the lot|it|this)|now|here|in|trying|fighting|existing|living)|had enough (?:of (?:life|living|it all|everything|this life|being here|being alive)|now)|(?:sick|tired|fed up|scunnered|weary) (?:of|with|being) (?:~1 )?(?:living|life|being alive|existing|being here|alive|fighting to live)',
    {
      unless:
        'form|questions|with (?:him|her|work|my shift)|here thanks|at the|washing|course|college|done now thanks|in (?:blantyre|rutherglen|this flat)|with this (?:form|chat|question)',
      unclear: true,
    },
  ],
  [
    'done-bare',
    'P1',
    '(?:im|i am) (?:~1 )?(?:done|finished)(?= \\||$)|im done with (?:it )?all|im done',
    {
      unless:
        'form|questions|with (?:him|her|work|my shift|this|the)|thanks|thank you|at \\d+|college|course|my (?:cv|homework|shift|dinner|tea|list|answers)|cleaning|washing|typing|for the day|now what|what next|whats next|\\d|paying|being (?:nice|polite)|ok',
      unclear: true,
    },
  ],
  [
    'no-point',
    'P1',
    '(?:no|whats the|wheres the|not any|isnt any|isnt a|see the|see any|no really any|isnt much|theres no|hardly any|any) ?(?:real )?point (?:~2 )?(?:in )?(?:anymore|living|life|being here|going on|to (?:life|anything|living|it)|in (?:anything|it|me|living|life|going on|being here|trying|getting up|any of it)|of (?:living|life|being here|going on|me|it all|anything)|to me|trying)|no point(?= \\|| $|$)|no reason (?:to|for) (?:live|living|go on|going on|be here|get up|wake up|carry on)|nothing (?:~1 )?(?:to live for|left for me|left to live|worth living|left to give|to look forward)|not worth (?:living|it anymore|being here|going on)|life (?:isnt|is not|not|no|aint|isnt really) worth|reason to (?:live|be here)|no future|whats the use (?:in|of) (?:living|going on|me)|hate (?:being alive|my life and|living)|(?:no|lost the|lost my|lost all) will to live|give up on life|giving up on life|given up on life|(?:lost|no|without|given up|losing) (?:all )?hope',
    {
      unless:
        'applying|in applying|phoning|asking|complaining|going to the (?:gp|doctor)|for the job|him (?:trying|asking)|the (?:form|meeting|class|bus|wifi)|of this (?:form|question|bot)|buying|fixing|housing list|hoping|hope so|hope to',
      unclear: true,
    },
  ],
  [
    'past-caring',
    'P1',
    '(?:dont|doesnt|didnt|no longer|not|never|stopped|past|beyond|cant) (?:~1 )?(?:care|caring|cares|bothered|mind|matter|matters) (?:~1 )?(?:about )?(?:what|whatever|whit|wot|wit) (?:~1 )?(?:happens|becomes|happened|comes) (?:to|2|of|o) (?:me|myself|mysel)',
    { unclear: true, unless: 'my (?:data|details|answers|words|file|stuff)|with my' },
  ],
  [
    'pointless',
    'P1',
    '(?:everything|it all|its all|all|life|living|being here|being alive|going on|getting up|the whole thing|trying) (?:~2 )?(?:pointless|meaningless)|pointless (?:~1 )?(?:being (?:here|alive)|living|going on|getting up|existing)',
    {
      unclear: true,
      unless:
        'form|forms|question|questions|phoning|appeal|meeting|class|course|housing list|letter|asking|chat|bot|website|app|bidding',
    },
  ],
  [
    'miss-me',
    'P1',
    '(?:nobody|no one|noone|not one person|who|wouldnt anybody|nobody even) (?:would|will|is gonna|gonna|wouldnt|ll|cares|would even|would really|even) ?(?:~1 )?(?:miss|notice|care|cares|find|mourn|grieve|cry|attend|come to my funeral) ?(?:~2 )?(?:me|i|if i|at my funeral|whether i|id|gone|was gone|died|went|weeks)|im (?:just )?(?:a |such a |only a )?(?:burden|waste of (?:space|oxygen|air|skin)|drain on)|be a burden|feel (?:like )?(?:~1 )?(?:a |such a )?burden',
    { unless: 'tax|the cat|your mum', unclear: true },
  ],
  [
    'go-with',
    'P1',
    '(?:want|ready|need|going|gonna|wish i could|wanting) (?:~1 )?(?:to )?(?:go|be|join) (?:~1 )?(?:with |beside |to )?(?:my |him|her|them|him in|her in)?(?:~2 )?(?:in heaven|in the ground|up there|beside (?:him|her) in|wherever (?:he|she) is|to my (?:grave|maker))|join (?:him|her|my (?:mum|dad|son|wife|husband|daughter|brother)) (?:in|soon|up|where)|be (?:~1 )?(?:with|beside) my (?:~1 )?(?:dead|late) ',
  ],
  [
    'leave-world',
    'P1',
    '(?:go to sleep|fall asleep|shut my eyes|close my eyes|go to bed|went to sleep|sleep) (?:~2 )?(?:and|an) (?:~1 )?(?:not|never|no|dont) (?:to )?(?:~2 )?(?:wake|waken|open|get)|(?:never|not|no|dont want to|hope (?:that )?i dont|wish i didnt|pray i dont|wouldnt) (?:~1 )?(?:wake|waken|waking)(?: up)?(?: again| tomorrow| in the morning| anymore| the morra)?|want (?:it|everything|the pain|this pain|all this|this|my life|life) (?:all )?(?:to (?:be )?(?:over|end|stop|finish))|want out(?: of (?:this|life|here|it all))?(?= \\|| $)|(?:make|making) (?:it|the pain) (?:all )?stop|(?:disappear|vanish) (?:for ever|forever|off the face)|checking out of (?:life|here)|off (?:<self>|yourself)|slip away|no way out|only way out|only way to (?:stop|end)|easy way out|get out of this life|(?:leave|leaving) this (?:world|earth|life|planet)|(?:i (?:should|would|could|might)|better|wish i(?: could)?) (?:just )?(?:disappear|vanish|not exist)',
    {
      unless:
        'email|noise next door|neighbours?|hiccups|calls|texts|dentist|toothache|divorce|winter|rain|lockdown|this job|contract|tenancy|lease',
      unclear: true,
    },
  ],
  [
    'dark',
    'P1',
    '(?:dark|bad|intrusive|scary|morbid) thoughts?|thoughts of (?:death|dying|not being here|ending|harming|hurting <self>)|thinking about (?:death|dying|not being here)|(?:in|been in) a (?:~1 )?(?:really )?dark place|dont feel safe (?:with myself|on my own|being alone)|not safe (?:with|from|on) myself|(?:scared|frightened|feart|afraid) (?:of )?(?:what i (?:might|will|could|would|may) do|myself|of myself|i will do something|ill do something)|do something (?:stupid|daft|silly|bad) (?:to myself|tonight)?|might do something|dont trust myself (?:tonight|alone|on my own|to be)|at (?:the )?(?:breaking point|end of my (?:tether|rope))|reached (?:my|the) (?:limit|end)',
    { unclear: true, unless: 'his dark|dark place in the (?:street|close|park)' },
  ],
  [
    'driving',
    'P1',
    '(?:crash(?:ing)?|driv(?:e|ing)|swerve) (?:my|the) car (?:off|into)|walk(?:ing)? (?:out )?(?:in front of|into) (?:~1 )?(?:traffic|a (?:bus|train|lorry|car))|(?:swallow|take|neck) (?:them all|all (?:my|the|of) (?:~1 )?<pills>|the whole (?:box|bottle|packet|lot))|what (?:would|happens) if i (?:took|take|swallow(?:ed)?|neck(?:ed)?) ~3 <pills>|how many <pills> ~4 (?:kill|die|overdose|fatal|lethal)|(?:painless|quickest|easiest|best|least painful|how|ways?) (?:way |ways )?(?:of |to )?(?:to )?(?:die|kill <self>|end it|hang <self>|dying|commit suicide)|(?:ligature|noose)|how (?:high|much) ~4 (?:to kill|kill you|be fatal)|lethal dose',
    { unless: 'prevent\\w*|help|support|battery|plants?|moths?|weeds' },
  ],
  [
    'cut-short',
    'P1',
    '(?:fucking |just )?(?:let me die|kill me(?: now)?|shoot me|put me out of my misery|finish me off)|id be better (?:off )?dead|im better (?:off )?dead|(?:i )?(?:should|would rather|could) (?:just )?(?:be dead|die|end it)|i (?:wont|dont) (?:see|make it to|last|plan to be here for) (?:christmas|new year|the weekend|my birthday|tomorrow|the morning)|(?:dont|doesnt|didnt) (?:~1 )?(?:care|mind|bothered) (?:~1 )?(?:if i|whether i|about) (?:die|dying|living|live|lived|wake|dont wake)|not bothered if i (?:live|die|wake)|(?:cant|dont) (?:~1 )?(?:live|survive|go on|want to be here) without (?:him|her|them|my)',
    { unclear: true, unless: "laugh|lol|haha|see tomorrow's|phone|wifi|coffee|internet" },
  ],
]);

export const selfHarmRules = rules('self_harm', [
  [
    'cutting',
    'P1',
    '(?:cut|cuts|cutting|slicing|slashing|scratching|burn|burning|burned|burnt|harm|harms|harming|harmed|hurt|hurts|hurting|punch|punching|hitting|hit|carving|starving|biting|injuring|injured|stab|stabbed) (?:~1 )?<self>',
    {
      unless:
        'shaving|cooking|onions?|by accident|accidentally|on (?:a|the) (?:knife|tin|cooker|oven|glass|saw|iron)|at work|my (?:finger|thumb)|dinner|off|some slack|falling|fell|in a fall|playing|football|gym|on the kettle|out|short|laughing',
    },
  ],
  [
    'again',
    'P1',
    '(?:cutting|self harming|self harm|selfharm|selfharming|slicing|burning) (?:~1 )?(?:again|my (?:~1 )?(?:arms?|legs?|wrists?|skin|thighs?|stomach)|every (?:day|night)|to cope|to feel)|(?:cut|burnt?|slashed|sliced|stabbed) my (?:~1 )?(?:arms?|legs?|wrists?|thighs?|stomach) (?:~1 )?(?:again|up|last night|to (?:cope|feel)|open|deliberately|on purpose)|(?:urge|urges|want|need|going|thinking|relapsed|relapse|started|gonna|feel like) (?:~2 )?(?:to |of |about |with |on )?(?:cut|cutting|self harm|self harming|selfharm|hurt myself|hurting myself)|back (?:to|at|on) (?:the )?(?:cutting|self harm|harming)|slash(?:ing|ed)? my',
    { unless: 'down on|back on|costs?|grass|hair|hedge|smoking|drinking|the cable|ties|contact|prices' },
  ],
  [
    'self-harm',
    'P1',
    'self harm(?:s|ing|ed)?|selfharm(?:ing|s|ed)?|(?:stopped|not|forcing myself to|make myself|making myself|making herself) (?:eating to|vomit|be sick|sick|throw up)|blade(?:s)? (?:hidden|in my|under my)|cuts? (?:all over|up|on) (?:my|his|her) (?:arms?|legs?|wrists?)|scars? (?:on|all over) (?:my|his|her) (?:arms?|wrists?)',
    { unless: 'training|course|awareness|leaflet|policy|workshop|cat|kitten|gardening|rose|bramble' },
  ],
]);
