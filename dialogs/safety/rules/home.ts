/** Words of harm in the home: a partner who hurts or controls, somebody else on the phone, and children (guide 2.3: 5, 5b, 6). */
import { rules } from '../rule';

/** A partner, an ex or family: whoever does this to them is no stranger. */
const SOMEONE_CLOSE =
  '(?:<partner>|he|hes|she|shes|they|theyre|my (?:~1 )?(?:dad|stepdad|father|stepfather|uncle|brother|cousin|granda|papa|in laws?|husband|flatmate|boss|landlord))';

export const abuseRules = rules('domestic_abuse', [
  [
    'hits',
    'P1',
    '<he> (?:~3 )?(?:is |keeps |has |been |was |would |started |always |used to |gets drunk and )?(?:~1 )?<hit> (?:me|us|my (?:mum|sister)|her|him)(?! at)|(?:her|his|my \\w+s|sisters|mums|daughters|pals) (?:man|partner|boyfriend|husband|ex) (?:~2 )?<hit> (?:her|him|me)|i keep getting (?:hit|battered|hurt|beaten|punched)|(?:me|mum|sister) (?:~1 )?(?:battered|beaten|leathered|punched) by|i (?:get|got|was|am being|been) (?:~1 )?(?:battered|beaten|punched|hit|hurt|abused|slapped|kicked about|kicked|leathered) (?:~1 )?(?:by|off|when|every|again|last night)|(?:black eye|bruises|burst lip|broken (?:rib|arm|nose)) (?:~2 )?(?:off|from|by) (?:him|her|my)|he done (?:me|it) again|domestic (?:abuse|violence)|abusive (?:relationship|partner|man|ex|husband|boyfriend|wife|girlfriend|marriage|home|family|dad|mum)|(?:hes|shes|he is|she is|my (?:man|partner|ex|husband|boyfriend|wife|girlfriend) is) (?:~1 )?(?:violent|abusive|controlling)|fleeing',
    {
      unless:
        'training|course|awareness|leaflet|volunteer|policy|fifa|football|at work i|hits me (?:that|when i)|hit (?:her|his) head|him when|hit me that|it hit|hits it off|her off|hes hit (?:\\d+|the)|me up|me back to|me hard when (?:he|she) (?:died|passed)|ball|diabetes|blood pressure|the (?:tv|telly|dog|heating)',
    },
  ],
  [
    'control',
    'P1',
    '<he> (?:~2 )?(?:checks|checking|check|goes through|going through|reads|tracks|tracking|takes|took|taken|hides|hid|watches|follows|listens|monitors|controls|controlling|smashed|has) (?:~1 )?(?:my|all my|where i|what i|every|the) (?:~1 )?(?:phone|messages|texts|money|bank|card|wages|benefits|keys|clothes|calls|emails|facebook|whatsapp|go|wear|eat|spend|see|do|location|move|passwords?|medication)|<he> (?:~1 )?(?:wont|will not|doesnt|will no|doesnt|never|not|no|shell no) (?:~1 )?(?:let|lets|letting|allow|allows|allowing|gonna let) (?:me|us) (?:~1 )?(?:out|leave|go|see|have|work|phone|talk|speak|eat|sleep|use|wear|near|take|get|away)|(?:not|no|never|isnt|aint) (?:allowed|allowed to|let) (?:~1 )?(?:out|to leave|to go out|to see (?:my )?(?:family|friends|mum)|my (?:phone|own)|money|a phone|friends)|shell no let me|(?:controls|controlling) (?:~1 )?(?:the |my |all the |everything|me)(?:money|bank)?|locks? (?:me|us) (?:~1 )?(?:in|out)|locked me (?:in|out)|keeps me (?:in|locked)|have to ask (?:~1 )?permission|ask him for (?:money|permission)',
    {
      unless:
        'social worker|landlord|boss|jobcentre|manager|council|work coach|my (?:kids?|weans|toddler|son)|dog|parking|diet|gp|doctor|driver|security|probation|prison|hospital|blood pressure|doctor controls|keys (?:and|to the) car|the nurse|support worker|my card (?:reader|payment)|the heating|daughter',
    },
  ],
  [
    'scared',
    'P1',
    '(?:scared|afraid|frightened|terrified|feart|petrified|wary) (?:~1 )?(?:of|to go home to|to go back to|to leave|what) (?:~1 )?(?:him|her|my (?:man|partner|ex|husband|boyfriend|dad|brother|son|wife|girlfriend|stepdad|family)|he(?: will| would| might|ll)?|she(?: will| would)|going home|go home|leave him|his temper)|walking on (?:eggshells|egg shells)|on eggshells|(?:his|her) temper|(?:trying|want|need|planning|scared|how do i|help me|got) (?:~1 )?(?:to )?(?:leave|get away from|escape|get out from) (?:~1 )?(?:him|her|my (?:man|partner|husband|boyfriend|ex|wife|girlfriend))|(?:scared|afraid|frightened|terrified|feart) to (?:go|be) (?:back )?(?:home|in my (?:own )?house)|if i leave (?:him|her)? ?(?:~1 )?(?:he|she)|(?:he|she) (?:will|would|ll|hell) (?:~1 )?(?:find me|kill me|take the <kid>)|get away from (?:him|her|my partner|my husband)',
    {
      unless:
        'letting|hurting|losing|her dying|him dying|upsetting|seeing (?:him|her) suffer|her falling|fall|the dentist',
    },
  ],
  [
    'back-later',
    'P1',
    '(?:hes|shes|he is|she is|my (?:man|partner|husband|boyfriend) is) (?:~1 )?(?:out|away|at work|sleeping|in the (?:shower|bath)|asleep|at the (?:shop|pub)) (?:~1 )?(?:now|the now|just now|for a bit|right now|but|till|until) (?:~3 )?(?:back|home|in|soon|wake|wakes|6|\\d+)|before (?:he|she|hes|shes) (?:gets |comes |is |wakes )?(?:back|home|in|up|wakes)|(?:he|she) (?:will|ll) be (?:back|home|in) (?:~1 )?(?:soon|any minute|at|in|by)|delete (?:this|these) (?:before|so he)|(?:dont|cant let|if) (?:~1 )?(?:him|her|he|she) (?:sees?|finds?|find out|know|knows) (?:this|these|im|about this|out|i)|cant text long|only got a (?:minute|few minutes) before|if he finds out|if she finds out|he cant know|he mustnt know',
    {
      unless:
        'football|dinner is|surprise|party|present|birthday|school|nursery|shop for|carer|baby|before she gets up for school|(?:his|her) (?:shift|birthday)',
    },
  ],
  [
    'takes-kids',
    'P1',
    '<he> (?:~2 )?(?:says|said|saying|threatens|threatening|threatened|will|gonna|keeps saying|swears|would) (?:~3 )?(?:take|takes|taking|get|keep|have) (?:~1 )?(?:the |my |our )?<kid> (?:~1 )?(?:off|from|away|if|with|and)?|take the <kid>(?: off me| from me| away)?',
    {
      unless:
        'to (?:school|football|nursery|the park|swimming|granny|the zoo|the doctors?|blackpool|dancing|class|the dentist|the pictures)|out for|swimming|for the weekend|for a (?:day|walk|while)|social (?:work|worker|workers) (?:to|can|will)|on (?:saturday|sunday|holiday)|gonna get the kids? (?:from|at)|my turn|can i take|to take|pick up',
    },
  ],
  [
    'forced-sex',
    'P1',
    `${SOMEONE_CLOSE} (?:~2 )?(?:(?:has |have |had |just |keeps |kept )?(?:raped|rapes|raping|sexually assault(?:ed|s|ing)|sexually abus(?:ed|es|ing)) me|(?:forced|forces|forcing) (?:himself|herself|themselves) on me|(?:forced|forces|forcing|made|makes|making) me (?:to )?(?:have sex|sleep with (?:him|her|people|men|his [^ |]+)))(?: (?:last night|tonight|again|this morning|yesterday|in my sleep))?|(?:i was|i got|ive been|been|was|got|being|keep getting) (?:~1 )?(?:raped|sexually assaulted|sexually abused) by (?:him|her|them|my (?:[^ |]+ )?[^ |]+)`,
  ],
  [
    'coerced',
    'P1',
    '(?:forced marriage|force me to marry|forcing me to marry|make me marry|marry (?:a man|somebody) i dont|honour (?:abuse|based)|forces me|forced me|makes me) ?(?:~1 )?(?:to (?:have sex|sleep with|do things|send)|have sex|do things|sleep with|send)?(?= |$)|(?:stalking|stalked|stalker|harassing me|harassment) ?(?:~2 )?|(?:wont|will not|keeps|never|still) (?:~1 )?(?:leave me alone|turning up|showing up|waiting outside)|(?:he|she) raped me|he strangled|had his hands (?:round|around) my (?:neck|throat)|treats me like (?:dirt|a slave)|puts me down every|(?:women|womens|woman) aid refuge|a refuge|need (?:a )?refuge|restraining order|non harassment order|broke (?:his|her) bail|(?:hes|he is|shes|theyre) (?:getting|got|been let) out (?:of (?:the )?(?:jail|prison)|on bail)',
    {
      unless:
        'forces me to (?:think|sign|get up)|makes me (?:feel|happy|sad|laugh|smile|think|angry|anxious|tired|want|cry|so|a bit|wonder|really|sick|nervous|do it|stronger)|animal refuge|harassment (?:at work|policy|training)|stalking (?:on|my page)|and i miss|bailiffs?|i want to see|the jobcentre|work|weekends|overtime|debt collectors?|my son|my dad is',
      softens: true,
    },
  ],
]);

export const phoneRules = rules('phone_not_theirs', [
  [
    'who-is-this',
    'P1',
    '(?:whos|who is|who the (?:fuck|hell) is|who the fucks|who are you|whose|who r you|wos) (?:this|number is this|that|number) ?(?:~1 )?(?= \\||$| $)|(?:whos|who is) this (?:texting|messaging|phoning)|(?:this is|its) (?:her|his) (?:man|husband|boyfriend|partner|wife|girlfriend|mum|dad|son|daughter|brother|fella|other half)|im (?:her|his) (?:man|husband|boyfriend|partner|wife|girlfriend)|(?:this is )?(?:her|his) (?:man|husband|partner|boyfriend|wife|girlfriend) here',
    {
      unless:
        'who is this for|who is this service|im his wife and|what is win|who are you guys|helping|organisation|open to|im (?:her|his) (?:wife|husband|partner|girlfriend|son|daughter|mum) (?:and|looking|phoning|i) ',
      softens: false,
    },
  ],
  [
    'why-texting',
    'P1',
    '(?:why|what|how come|who) (?:~1 )?(?:are|is|r|you|were) (?:~1 )?(?:texting|messaging|phoning|contacting|calling|talking to|texted|messaged) (?:~1 )?(?:my|her|him|this number) ?(?:~1 )?|(?:stop|leave|quit) (?:texting|messaging|contacting|phoning) (?:~1 )?(?:my|her|him)|what (?:has|did|was|is|have) (?:she|he|my (?:wife|girlfriend|missus|husband|daughter|man)) (?:~1 )?(?:been |she )?(?:say|saying|said|told|telling|tell|texting|wrote|write|asking|asked) ?(?:~1 )?(?:you|to you|about me|about)?(?= |$)|show me (?:what|everything|all|the messages|her messages)|(?:shes|she is|hes) (?:got|has) (?:a |his |her )?phone off|i have (?:her|his) phone|got (?:her|his) phone|found (?:this|your) number (?:in|on) (?:her|his|my)|(?:my|the) (?:wifes|girlfriends|husbands|missuss?|mans|boyfriends|partners) phone|you (?:been |are )?texting my (?:wife|girlfriend|man|husband|missus|boyfriend|partner)|what did (?:she|he) (?:say|tell)|she wont be (?:texting|needing|talking)',
    {
      unless:
        'using my (?:wifes|husbands|partners|boyfriends|girlfriends)|broken|on my (?:wifes|husbands|partners) phone because|doctor|gp|judge|what did (?:he|she) say about my (?:claim|case)|worker',
      softens: false,
    },
  ],
]);

export const childRules = rules('child_at_risk', [
  [
    'hurt',
    'P1',
    '(?:<he>|somebody|dad|stepdad|mum|boyfriend|uncle|teacher|coach|partner|i) (?:~3 )?<hit> (?:~1 )?(?:the |my |her |his |our |that )?(?:wee )?<kid>|(?:the |my |her |his |our )<kid> (?:~3 )?(?:getting |being |is |been |gets |was |are )(?:~1 )?(?:<hit>|abused|neglected|groomed|touched|molested)|(?:hits|hitting|battering|batters|hurting|hurts|shakes|beats|beating|leathers|skelps|punches) (?:the kids|them|her kids|his kids|my kids|the baby)|(?:bruises?|marks|burns|cigarette burns) (?:on|all over) (?:~1 )?(?:the |my |her |his )?(?:<kid>|kids|his arms|her arms)|child abuse|abusing (?:a |the |her |his |my )<kid>|(?:touched|touches|touching|molested|interfered with|messing with) (?:~1 )?(?:my |her |the |his )?(?:<kid>|kids)|(?:my|ma) (?:dad|mum|stepdad|stepmum|uncle|granda|carer|parents) (?:~1 )?(?:hits|hit|hurts|batters|beats|touches|touched|punches|kicks|leathers|skelps) me',
    {
      unless:
        'football|the ball|hit (?:it off|puberty|his head|her head|the)|chicken ?pox|himself|herself|homework|cold|teeth|teething|by a car|other (?:boys|kids) at|bullied|when i was|i was (?:a |\\d|wee|young|little)|as a (?:kid|child)|falling|training|course',
    },
  ],
  [
    'alone',
    'P1',
    '(?:the |my |her |his |our |wee |two |three |those )?<kid> (?:~3 )?(?:left|alone|been left|are left|home alone|on (?:his|her|their) own|themselves) ?(?:~3 )?(?:on (?:his|her|their) own|alone|themselves|all night|overnight|in the house|by themselves|at night|for hours)|(?:left|leaves|leaving|leave) (?:~1 )?(?:the |her |my |his |wee )?<kid> (?:~3 )?(?:alone|on (?:his|her|their) own|in the (?:house|car)|by themselves|with strangers|with (?:a )?drunk)|(?:left|leaves them|left them) (?:~1 )?(?:on their own|alone) (?:all night|in the house|again|every)|(?:the |my |her )?<kid> (?:~1 )?(?:are|is|was|were|so|pure|im|too) (?:~2 )?(?:scared|terrified|frightened|feart|unsafe|neglected|in danger|at risk|starving|filthy|hungry)(?! of (?:the dark|spiders|dogs|school|the dentist|dentist|nursery|heights|swimming|needles))',
    {
      unless:
        'starting|exam|injection|dentist|the dark|dogs?|thunder|first day|fireworks|parks?|play on|leave her son alone with maths|bored|me time|ghosts|spiders|bed by|school trip|on his own two|a word|independent|thriving|swimming|left school|left home|moved',
    },
  ],
  [
    'not-fed',
    'P1',
    '(?:the |my |her |his |our |wee )?<kid> (?:~1 )?(?:hasnt|havent|not|no|hasny|never|isnt|arent|has no|aint) (?:~1 )?(?:been |being |getting |had )?(?:fed|eaten|ate|anything to eat|any food|food|a meal|changed|washed|any milk|milk|eating|dinner|bottles?)(?! (?:his|her|their) (?:broccoli|veg|dinner at school|peas))|(?:not|isnt|hasnt|arent|never) (?:~1 )?(?:feeding|fed|changing) (?:~1 )?(?:the |her |his |my )?<kid>|no (?:milk|formula|baby milk|nappies) (?:for|left|in) (?:~1 )?(?:the |my )?(?:baby|kid|wean)?',
    { unless: 'fussy|picky|veg|broccoli|birthday|cake' },
  ],
  [
    'groomed',
    'P1',
    '(?:shes|hes|she is|he is|my (?:daughter|son|sister|niece|brother)|im|daughter|girl|lassie|she) (?:is |only )?(?:just )?(?:11|12|13|14|15|twelve|thirteen|fourteen|fifteen) (?:~1 )?(?:and |an )?(?:~4 )?(?:boyfriend|man|guy|pregnant|older|missing|sending|pictures|nudes|drinking|sex|meeting|taking|hotel|20|21|22|23|24|25|30|40)|groom(?:ed|ing) (?:~2 )?(?:<kid>|online|my|by|her|him|a)|(?:sending|asked for|sent|asking for|asks for|shared) (?:~2 )?(?:nudes|naked pics|naked pictures|dirty pictures|pictures of (?:himself|myself|herself))|(?:my |the )(?:son|daughter|<kid>|niece) (?:is |has |been )?(?:missing|run away|ran away|not come home|been taken|carrying a knife|running (?:drugs|county lines)|selling drugs|dealing)|county lines|(?:drinking|using|injecting|on heroin|taking drugs|smoking crack|steaming|drunk) (?:~2 )?(?:in front of|around|with|while looking after) (?:~1 )?(?:the |her |my |his )?(?:<kid>|kids|a baby)|(?:while |im |shes |she is )?pregnant (?:and|but) (?:~2 )?(?:using|drinking|taking|on heroin|injecting|battered|hit|punched|hes)|(?:harm|hurt|shake|smother|drop|throw) (?:the |my )(?:baby|kid|kids|toddler|newborn)|fgm',
    {
      unless:
        'grooming (?:the )?(?:dog|salon|course|business|my dog)|dog|puppy|pony|pet|hairdress|class|college|school trip|cat|football|fitness',
    },
  ],
]);
