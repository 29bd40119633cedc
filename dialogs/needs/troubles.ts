/**
 * What says by itself that something is wrong or wanted, in passing and whatever was asked: "redundant since Easter",
 * "no been out since". Narrower than phrases.ts: "at ma work", "that's fine" and "the doctor's waiting room" say nothing.
 */
import type { Need } from '../types';

const KIN =
  '(?:mum|dad|son|daughter|husband|wife|partner|brother|sister|gran|granny|papa|nan|granda|man|boy|girl|baby|friend|pal)';
const BODY = '(?:back|knees?|hips?|legs?|chest|heart|lungs?|shoulders?|feet|hands|eyes|breathing|leg)';

export const TROUBLES: Readonly<Record<Need, string>> = {
  mental_health:
    'anxiety|panic attacks?|depress(?:ed|ion)|low mood|mental health (?:is|has|issues|problems?|bad)|breakdown|(?:not|no|cant|never) (?:~1 )?(?:cope|coping)|(?:my )?head (?:is |s )?(?:~1 )?(?:mince|wasted|a mess|all over the place|fried|melted|not right)|feel(?:ing)? (?:~2 )?(?:low|down|rubbish|numb|hopeless|empty)|stressed (?:out|all|to)|worry(?:ing)? all|think(?:ing)? too much|cant stop (?:worrying|crying|thinking)',
  confidence:
    '(?:no|lost|losing|lack|knocked|zero|low|need) (?:~2 )?confidence|confidence (?:~2 )?(?:gone|floor|shot|low|zero|knocked|shattered)|(?:dont|cant|never) (?:~1 )?trust (?:people|folk|anybody|myself|my own)|self esteem|(?:feel|feeling) (?:~1 )?(?:useless|worthless|like nothing)',
  loneliness:
    'lonely|loneliness|isolated|on my tod|(?:see|sees|know|knows|got|has|have) (?:hardly |nearly |almost )?(?:nobody|not a soul)|(?:dont|never|hardly|doesnt) (?:really )?(?:see|speak to|talk to|know) (?:~1 )?(?:anybody|many (?:people|folk)|a soul|people|folk|a living soul)|no (?:friends|pals|mates|visitors|company)|nobody (?:~1 )?(?:visits|comes|phones|calls|rings|to talk to|else ever)|somebody to (?:talk|chat) to|(?:all|am|im) alone here|miss (?:the )?company|(?:meet|make|have|want|get) (?:~1 )?(?:new |some |a |proper )?(?:friends?|pals?)(?! at)|meet (?:~1 )?(?:people|ladies|folk|women|men)',
  physical_health: `(?:bad|sore|dodgy|bust|ruined) (?:~1 )?${BODY}|${BODY} (?:~2 )?(?:gone|goes|went|away|bad|sore|done|knackered|ruined|killing|pain)|(?:back|leg|hip|knee|chronic|in|bad|constant|strong) pain|copd|arthritis|diabet\\w+|cancer|fibro\\w*|asthma|angina|long covid|epilep\\w+|(?:had|having|after) (?:a |my )?(?:stroke|operation|heart attack)|(?:not|cant|dont|no|never|hardly) (?:~1 )?sleep(?:ing)?|insomnia|toothache|(?:cant|no|need|change|find|get) (?:~2 )?(?:gp|dentist)`,
  addiction:
    '(?:my|the|his|her) (?:drinking|gambling|betting|habit|drug use)|drink(?:s|ing)? (?:~1 )?(?:too much|every (?:day|night)|again|heavily|all day)|(?:stop|quit|cut down|come off|get off|stay off|give up) (?:~2 )?(?:the )?(?:drink|drinking|bevvy|booze|alcohol|drugs|gear|coke|weed|valium|gambling|heroin|vodka|betting)|alcoholic|gambl(?:e|es|ed|ing)|bookies|betting|relapsed?|addict(?:ed|ion)?|methadone|rehab|detox|on the (?:drink|gear|bevvy|vodka)|using again|(?:bother|problem|trouble|struggling) (?:with )?(?:the )?drink',
  domestic_abuse:
    'domestic (?:abuse|violence)|abusive (?:relationship|partner|ex|man|husband|boyfriend|marriage|wife|girlfriend)|(?:husband|partner|boyfriend|ex|wife|girlfriend|he|she|hes|shes) (?:is |was )?(?:controlling|violent|abusive)|womens aid|walking on eggshells|(?:left|leaving|fled|fleeing) (?:~1 )?(?:abusive|violent)',
  trauma:
    'ptsd|trauma\\w*|flashbacks?|(?:been|was|grew up|brought up) in care|care (?:leaver|experienced)|veteran|ex (?:army|forces)|abused as|childhood abuse|(?:served|serving) (?:in|with)|what happened to me',
  bereavement: `(?:lost|buried|losing|miss) (?:~1 )?(?:my|our) (?:~2 )?${KIN}|${KIN} (?:~2 )?(?:died|passed|passed away|is dead|has died)|dying(?! (?:of|from|laughing|with))|bereave\\w+|griev\\w+|widow(?:ed|er)?|since (?:he|she) (?:went|died|passed)|miscarriage|stillb\\w+`,
  housing:
    'homeless\\w*|evict\\w*|notice to quit|no fixed abode|nowhere (?:else )?to (?:stay|live|sleep|go)|between (?:houses|flats|places)|on (?:a|my|the|his|her) (?:~2 )?(?:couch|sofa|settee|floor)|(?:sofa|couch) surf\\w+|(?:rent|mortgage) arrears|(?:behind|months? due|delay|late|trouble|help) (?:~1 )?(?:with|on|in) (?:~1 )?rent|(?:landlord|owner|housing|they) (?:~2 )?(?:selling|sell|wants? me out|want us out|putting me out|that i must leave)|(?:in a|the|put (?:me|us) in) (?:hostel|bed and breakfast|temp flat|temporary flat)|damp|mould\\w*|overcrowd\\w*|(?:lose|losing|lost|keep) (?:my|our|the) (?:flat|house|home|tenancy)|(?:need|want|get|find|no|own|for) (?:~2 )?(?:a |my own )?(?:house|flat|home)(?! (?:phone|help|school|number))|(?:somewhere|place) to (?:live|stay)|kicked out|the housing|rent (?:is|and|the)',
  money:
    'skint|in debt|debts?|(?:dont have|no|short of|out of|any|enough|worried about|about) (?:~1 )?money|(?:cant|couldnt) (?:~1 )?(?:afford|pay)|sanction(?:ed|s)?|(?:benefits?|giro|universal credit|uc|pip|esa|pension|wages|money) (?:~2 )?(?:stopped|cut|late|refused|tight|short)|(?:stopped|cut|lost|appeal|sort|get) (?:~1 )?(?:benefits?|giro|pip|esa|universal credit)|arrears|bailiffs?|sheriff officers?|(?:i |we |ive )?owe|payday loan|loan shark|bankrupt\\w*|council tax|which benefit|help with (?:~1 )?(?:benefits?|bills?|money)|behind with (?:the|my) (?:rent|bills)|the money',
  essentials:
    'nothing (?:to eat|in (?:the )?(?:house|cupboards?|fridge|but))|no (?:food|heating|gas|electric|beds?|cooker|washing machine|nappies|clothes|furniture|carpets?)|food ?bank|(?:electrics?|leccys|gas|heating|power|meter) (?:~3 )?(?:off|cut|away|gone|done|last|run out)|(?:electric|gas|heating|power|they)? ?cut (?:us|me) off|(?:need|want|get|for|some) (?:~3 )?(?:nappies|cloth(?:e|es|ing)|baby cloth(?:e|es)|cot|pram|furniture|bed|cooker|shoes|uniform|food)|nappies|hungry',
  family: `(?:see|seeing|contact with|access to|get) (?:~1 )?my (?:~1 )?(?:kids?|son|daughter|boys?|girls?|grandkids)(?: back)?|custody|(?:single|lone) (?:mum|dad|parent)|separated|divorc\\w+|split up|my marriage|social work (?:~1 )?(?:took|involved)|my (?:~1 )?(?:son|daughter|boy|girl|kids?|teenager) (?:~2 )?(?:wont|refus\\w+|not talk|not talking|out of control|running wild|hates|struggling|worry)|parenting|fell out with my|baby group|toddler group`,
  caring: `(?:i )?(?:look|looking) after (?:~1 )?my (?:~2 )?${KIN}|car(?:e|ing|er) for (?:~1 )?(?:my|her|him|a)(?! bit)|(?:her|his|my) carer|im a (?:~1 )?carer|dementia|alzheimers?|respite|${KIN} (?:~2 )?(?:cant be left|needs me|relies on me)|(?:have|had|got) (?:~1 )?(?:my )?(?:grandkids|grand kids|them) since`,
  justice:
    'on (?:a |the )?tag|(?:out|back) (?:of |from )?(?:the )?(?:jail|prison|nick|barlinnie)|been inside|done time|probation|court (?:date|case|next|on)|(?:letter|papers) from (?:the )?court|criminal record|convictions?|on (?:bail|licence)|(?:out|left|in|inside) (?:of )?(?:~1 )?(?:low moss|barlinnie|polmont|addiewell|shotts|cornton vale|kilmarnock prison|greenock prison)|payback|charged with|(?:my|the) (?:record|disclosure|justice)',
  learning:
    '(?:cant|cannot|hardly|never (?:learned|learnt) to|struggle to) (?:~1 )?(?:read|write|spell)(?: (?:or|and|very|well|right|properly|all|them|letters|my))|dyslexi\\w+|(?:learn|study|improve|better|learning) (?:~2 )?(?:english|maths|reading|driving|something|to read|to write)|(?:do|doing|want|need|start|get on) (?:~1 )?(?:a |my )?(?:course|class|college|qualification|nat 5|national 5|highers?)|english (?:class|lessons?|better)|better english|do my reading|(?:want|like|love) (?:~1 )?(?:to )?(?:study|learn)|maths',
  work: '(?:no|need|want|get|find|lost|losing|looking for|better|need a|a) (?:~2 )?(?:job|work)(?! (?:phone|mobile|number|colleague|on|till|at|in|tomorrow|tonight))|jobless|unemployed|out of work|redundan\\w+|laid off|sacked|paid off|never had a job|(?:my|the|a|write|do) cv|interviews?|job applications?|zero hours|signing on|the job|employability',
  volunteering:
    'volunteer\\w*|giv(?:e|ing) (?:~4 )?back|peer mentor\\w*|(?:happy|want|like|love) (?:~1 )?(?:to )?help (?:out|others|other people|folk)|be (?:of use|useful)|do my bit',
  digital:
    '(?:no|need|a) (?:~1 )?(?:internet|wifi|laptop|phone that works|computer)|(?:my )?(?:phone|screen)s? (?:is |s )?(?:broken|smashed|broke|bust)|(?:help|learn|cant|how to|dont know how to) (?:~3 )?(?:use )?(?:computers?|the internet|internet|online|laptop|tablet)|all online|everything (?:is )?online',
  rights:
    'asylum|refugee|(?:my |wait(?:ing)? for (?:~1 )?)(?:papers?|visa)|visa (?:~2 )?(?:finish\\w*|run\\w*|expir\\w*|refused|paper)|leave to remain|no recourse|pre ?settled|settled status|citizenship|deport\\w*|legal (?:advice|help|aid)|(?:need|get|want|see) (?:~1 )?(?:a )?(?:lawyer|solicitor)|my rights|(?:tell|know|what is) (?:~1 )?the law|discriminat\\w+|racis\\w+',
  structure:
    'bored|nothing to do(?! with)|something to do(?! with)|(?:dont|never|cant|no|not|hardly|havent|stopped) (?:~2 )?(?:go|get|been|going|getting|leave|gone) out(?! with)|(?:get|getting) out (?:more|the house|of the house|and about)|get out more|stuck in|same four walls|miss (?:~2 )?(?:dancing|bowling|bowls|bingo|football|choir|swimming|club|walking|singing|fishing|allotment)|nothing to get up for|a (?:wee )?(?:outing|club|hobby|routine)|routine',
};
