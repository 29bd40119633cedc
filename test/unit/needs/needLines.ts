/** What people say they need, and which needs it names. */
export const NEED_LINES = `
mental_health: I've got bad anxiety | ma heid's mince | I'm depressed | panic attacks every morning | feeling low all the time | I cannae cope wi the stress | my mental health is terrible | need counselling | waiting on therapy for a year | I overthink everything | head is all over the place | I feel so hopeless
confidence: nae confidence | I have no confidence | my self esteem is on the floor | I feel worthless | I want to believe in myself again | can't find the motivation for anything | scared to meet new people | I don't trust people anymore | I feel useless
loneliness: I'm lonely | I'm dead lonely since I moved here | I have no friends | I want to meet people | I never see anybody | I don't speak to a soul all week | isolated | nobody visits me | some company would be nice | I live alone | need somebody to chat to | want to make friends
physical_health: I can't get a GP appointment | toothache and no dentist | my back is in agony, bad back | I want to get fit | arthritis in my hands | I need to lose weight | chronic pain | waiting on an operation | diabetes is getting worse | want to go swimming | I'm tired all the time | long covid
addiction: I drink too much | cannae stop drinking | I want to come off the methadone | gambling has ruined me | I'm on the gear again | want help to cut down the bevvy | my son is on drugs | cocaine is wrecking my life | I've relapsed | in recovery 6 months | addicted to valium | the puggies take all my wages
domestic_abuse: my husband hits me | my partner is controlling | I left an abusive relationship | walking on eggshells at home | scared of my partner | he checks my phone | I need womens aid | domestic abuse | my ex is violent | he won't let me go out
trauma: I've got PTSD | flashbacks from the army | I was abused as a child | I grew up in care | I'm a veteran | care experienced | things that happened to me as a kid, trauma | I was raped years ago | nightmares about what happened to me | childhood abuse
bereavement: my mum died in March | I lost my husband last year | grieving for my son | can't get over my dad's funeral | my wife passed away | lost my brother to suicide | bereavement support | I'm a widow | miscarriage in June | my gran died
housing: I need a house | getting evicted | my flat is full of damp | landlord won't do repairs | the neighbours are a nightmare | I'm homeless | in a hostel | overcrowded, 5 of us in one bedroom | rent arrears | sleeping on my pal's couch, sofa surfing | council house list | mould everywhere | nowhere to live
money: I'm skint | in debt up to my eyes | universal credit sanctioned me | cannae pay the bills | council tax arrears | pip appeal | need benefits advice | bailiffs at the door | can't afford anything | payday loans | what benefits can I get | budgeting help
essentials: no food in the house | nae leccy | need a food bank | the heating is off | need nappies | winter coat for the wean | need furniture | my cooker is broken | school uniforms | we've no beds | nothing to eat | washing machine packed in
family: my kids are running riot | I want contact with my son | I'm getting divorced | need childcare | my daughter won't go to school | fell out with my sister | single mum needing a hand | parenting classes | social work took my kids | me and my wife split up | help with my teenager | toddler group
caring: I look after my mum | carer for my husband | my mum has dementia | need respite | I care for my disabled son | looking after my dad full time | I'm an unpaid carer | my gran can't be left, needs me day and night | caring for my wife
justice: just out of prison | I've a criminal record | court next month | on a tag | probation told me to call | coming out of Barlinnie | I've got a conviction | community payback order | my son is in jail | police charged me | got out the jail last week
learning: I want to go to college | can't read or write very well | need to improve my english | maths class | I'd like to learn something new | want to do a course | no qualifications | ESOL classes | I'm dyslexic | want to study | learn to spell | night class
work: I need a job | help with my CV | I've been made redundant | looking for work | got an interview on Friday | unemployed for 2 years | job applications | got sacked | want to get back to work | paid off from my job | start my own business | zero hours contract
volunteering: I want to volunteer | want to give something back | be a peer mentor | helping other people | help out at a charity shop | I'd like to put something back | do a bit of volunteering | want to support others who have been through it | volunteer driver
digital: I've no internet | can't use a computer | I need a laptop | no data on my phone | don't know how to use email | everything's online and I can't do it | no wifi | learn computers | my phone is broken | help to get online
rights: I'm an asylum seeker | need a solicitor | legal advice | home office refused my visa | I was discriminated against | settled status | refugee | tribunal coming up | racist abuse from neighbours -> hate crime | immigration papers
structure: I've nothing to do all day | bored out my mind | need a routine | get out the house | something to do | I want a hobby | stuck in the house | days are long | cooking group | learn life skills | reason to get up | a drop in
none: hello | thanks | Maya | ML3 0AB | Tuesday mornings | aye | I don't know | Blantyre | good | it's raining | can you hear me | what time is it | just looking | not sure what to say | maybe | see you later | nice one | ok then | my name is Jim | blue
money+housing: behind with my rent | debt and about to lose my flat
mental_health+money: anxious about money
addiction+mental_health: depressed and drinking too much
loneliness+bereavement: lonely since my wife died
money+essentials: skint and nae food in
work+confidence: no confidence to apply for jobs
caring+money: carers allowance got stopped, I care for my mum
family+housing: me and the kids need a house, my marriage is over
justice+work: criminal record so can't get a job
loneliness+structure: no friends and nothing to do
`;
